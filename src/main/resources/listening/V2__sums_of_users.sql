-- All that is added up for an answer is in an index: no event has to be looked up for it.
drop index event_of_user;
create index event_of_user on event (user_id, track_id, type, at_ms, played_ms, plays);
create index opinion_of_user on event (user_id) where type in ('like', 'dislike');
