-- The bots' role on a PostgreSQL server: it owns one database, and may do nothing else. For psql, as a superuser:
--   PRESSOIR_PASSWORD=… psql --set=ON_ERROR_STOP=1 --username=postgres --file=config/postgres-role.sql
-- compose.roles.yaml has it run when the server is made.
\getenv password PRESSOIR_PASSWORD
create role pressoir login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'password';
create database pressoir owner pressoir encoding 'UTF8' template template0;
-- Unless told, everybody may connect to every database, and make temporary tables there.
revoke all on database pressoir, postgres, template1 from public;
