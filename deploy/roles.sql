-- The owner makes the tables; the application adds to them. Run once, by a superuser, in the database that Dateline is to use:
-- psql news -v owner_password=… -v desk_password=… -f roles.sql
\set ON_ERROR_STOP on
begin;
create role dateline_owner login password :'owner_password' nosuperuser nocreatedb nocreaterole;
create role dateline_desk login password :'desk_password' nosuperuser nocreatedb nocreaterole;
select format('grant create, temporary on database %I to dateline_owner with grant option', current_database()) \gexec
-- Who gives a table to another role has to be a member of it.
grant dateline_desk to dateline_owner;
create schema dateline authorization dateline_owner;
commit;
