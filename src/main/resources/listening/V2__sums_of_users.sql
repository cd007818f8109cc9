-- Each index has all that is added up from it, so that no event is looked up for an answer.
drop index event_of_user;
create index event_of_user on event (user_id, track_id, type, at_ms, played_ms, plays);
create index opinion_of_user on event (user_id, track_id, event_id, type, at_ms)
  where type in ('like', 'dislike');
