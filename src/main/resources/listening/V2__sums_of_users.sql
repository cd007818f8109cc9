-- Each has all that is added up from it, so that no event is looked up for an answer. Who wants all
-- events of a user still finds them in the order of time, which nearly is that of the table.
create index sum_of_user on event (user_id, track_id, type, at_ms, played_ms, plays);
create index opinion_of_user on event (user_id, at_ms, track_id, event_id, type)
  where type in ('like', 'dislike');
