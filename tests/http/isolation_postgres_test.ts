import { isolationWalk } from "./isolation.ts";
import { openPostgresDeps } from "./postgres_deps.ts";

isolationWalk("PostgreSQL", openPostgresDeps);
