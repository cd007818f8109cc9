-- For SQLite and PostgreSQL alike.
create table event (
  event_id varchar(128) not null primary key,
  user_id varchar(128) not null,
  track_id varchar(128) not null,
  type varchar(8) not null,
  at_ms bigint not null,
  played_ms bigint,
  plays integer not null,
  context text not null
);

create index event_of_user on event (user_id, at_ms);
create index event_at on event (at_ms);
