-- When somebody asked to try a set-aside event again; the leader tries it and clears this.
alter table set_aside add column if not exists asked timestamptz;
