-- The login of the service's processes. PostgreSQL's image runs this once, when its volume is empty.
-- It owns nothing and may take the four roles that `deno task migrate` fills with rights, so it cannot go round the
-- separation of tenants. Elsewhere than in compose.yaml, whoever administers the server does the same by hand.
\getenv password POSTGRES_SERVICE_PASSWORD
create role balance_app nologin;
create role balance_relay nologin;
create role balance_directory nologin;
create role balance_eraser nologin;
create role balance login noinherit password :'password';
grant balance_app, balance_relay, balance_directory, balance_eraser to balance;
