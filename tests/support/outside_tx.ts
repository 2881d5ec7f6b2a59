import { AsyncLocalStorage } from "node:async_hooks";
import type { UnitOfWork } from "../../ports/unit_of_work.ts";

const inside = new AsyncLocalStorage<true>();

/** A port to the outside world whose methods throw when called inside a `watched` unit of work. */
export function outsideTx<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        refuseInside(`${String(name)}()`);
        return member.apply(target, args);
      };
    },
  });
}

/** A unit of work that `outsideTx` ports can see. A unit inside a unit throws: it would wait for itself. */
export function watched(uow: UnitOfWork): UnitOfWork {
  return {
    run: (permit, work) => {
      refuseInside("run()");
      return uow.run(permit, (tx) => inside.run(true, () => work(tx)));
    },
  };
}

function refuseInside(what: string): void {
  if (inside.getStore()) {
    throw new Error(`${what} was called inside a unit of work`);
  }
}
