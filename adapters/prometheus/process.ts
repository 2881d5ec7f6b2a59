import process from "node:process";
import { collectDefaultMetrics, Gauge, type Registry } from "prom-client";

/** What prom-client reads from places that Deno does not have or does not show: always 0, or Node's version. */
const NOT_ON_DENO = [
  "process_resident_memory_bytes",
  "process_virtual_memory_bytes",
  "process_heap_bytes",
  "process_open_fds",
  "process_max_fds",
  "nodejs_active_resources",
  "nodejs_active_resources_total",
  "nodejs_active_handles",
  "nodejs_active_handles_total",
  "nodejs_active_requests",
  "nodejs_active_requests_total",
  "nodejs_gc_duration_seconds",
  "nodejs_version_info",
];

/** Registers processor time, memory and event loop lag, by the names that prom-client's users know. For as long as the process lives. */
export function registerProcess(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
  for (const name of NOT_ON_DENO) registry.removeSingleMetric(name);
  new Gauge({
    name: "process_resident_memory_bytes",
    help: "Resident memory size in bytes.",
    registers: [registry],
    collect() {
      this.set(process.memoryUsage().rss);
    },
  });
}
