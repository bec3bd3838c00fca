-- Prepares a restored database for a broker that has nothing: what was published in its last day is published again, and
-- every account is read again, 60 days back, because nobody remembers where reading stopped. What is known already changes
-- nothing. A session that ended after the backup would be back, so everyone signs in again. For the database's
-- administrator, before the services start; safe to repeat.
do $$
declare
  -- As long as a comment is read again to find edits.
  from_day date := (coalesce(pg_last_xact_replay_timestamp(), now()) at time zone 'UTC')::date - 60;
  service text;
begin
  foreach service in array array['moderation', 'notifier'] loop
    if to_regclass(service || '.outbox_published') is not null then
      -- Events that wait come after those that were published, as they did.
      execute format('create temporary table waiting as select * from %I.outbox', service);
      execute format('delete from %I.outbox', service);
      execute format(
        'with again as (delete from %1$I.outbox_published returning id, topic, key, payload, traceparent)
         insert into %1$I.outbox (topic, key, payload, traceparent)
         select topic, key, payload, traceparent
         from (
           select id, topic, key, payload, traceparent from again
           union all
           select id, topic, key, payload, traceparent from waiting) events
         order by id',
        service);
      drop table waiting;
    end if;
  end loop;
  -- The new broker's records count from 0: where reading of the old one stood says nothing.
  foreach service in array array['ingest', 'moderation', 'notifier'] loop
    if to_regclass(service || '.read_position') is not null then
      execute format('delete from %I.read_position', service);
    end if;
  end loop;
  if to_regclass('moderation.account_status') is not null and to_regclass('ingest.account_wish') is not null then
    -- A history that was not read to its end goes back further.
    create temporary table read_again as
    select account,
      least(from_day,
        case when (status->'backfill'->>'finished') = 'false' then (status->'backfill'->>'from')::date end) as since
    from moderation.account_status;
    insert into ingest.account_command
      (command_id, account, act, backfill_from, asked_by, reason, asked_at, done_at, good, sentence)
    select gen_random_uuid(), account, 'START_BACKFILL', since, 'restore', 'Restored from a backup', now(), now(), true,
      'The history is read back to ' || since || '.'
    from read_again;
    insert into ingest.account_wish as old (account, backfill_from)
    select account, since
    from read_again
    on conflict (account) do update
    set backfill_from = excluded.backfill_from, backfill_stopped = false;
    drop table read_again;
  end if;
  if to_regclass('moderation.console_session') is not null then
    delete from moderation.console_session;
  end if;
end
$$;
