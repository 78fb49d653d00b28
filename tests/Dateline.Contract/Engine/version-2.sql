-- A database of schema version 2 as pg_dump wrote it: five of the sample documents, filed, a source rated and a verdict.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA dateline;

COMMENT ON SCHEMA dateline IS 'dateline schema version 2';

CREATE FUNCTION dateline.advance_follower(p_name text, p_epoch bigint, p_generation bigint, p_from bigint, p_to bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    if p_epoch <> (select epoch from leadership) then
        raise exception 'another process leads' using errcode = 'DL002';
    end if;
    update mt_event_progression set last_seq_id = p_to, last_updated = clock_timestamp() where name = p_name and last_seq_id = p_from;
    if not found or not exists (select from followers f where f.name = p_name and f.generation = p_generation) then
        raise exception 'the cursor of % has moved', p_name using errcode = 'DL003';
    end if;
end
$$;

CREATE FUNCTION dateline.append_events(p_streams character varying[], p_expected bigint[], p_all_or_none boolean, p_stream integer[], p_version bigint[], p_ids uuid[], p_types character varying[], p_data jsonb[], p_dotnet character varying[], p_users character varying[], p_correlations character varying[], p_causations character varying[], p_headers jsonb[]) RETURNS TABLE(stream integer, refused boolean, actual bigint, base bigint, recorded timestamp with time zone)
    LANGUAGE plpgsql
    AS $$
declare
    last_position bigint;
    last_time     timestamptz;
    v_refused     integer[];
    v_actual      bigint[];
    written       bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('dateline writers ' || current_schema(), 0));
    select e.seq_id, e.timestamp into last_position, last_time from mt_events e order by e.seq_id desc limit 1;
    last_position := coalesce(last_position, 0);
    last_time := greatest(clock_timestamp(), last_time);

    select array_agg(coalesce(s.version, 0) order by x.i),
           array_agg(x.i::integer order by x.i) filter (where coalesce(s.version, 0) <> x.expected)
    into v_actual, v_refused
    from unnest(p_streams, p_expected) with ordinality as x (id, expected, i)
    left join mt_streams s on s.id = x.id;

    if v_refused is not null and p_all_or_none then
        raise exception 'stream % is at version %, not %', p_streams[v_refused[1]], v_actual[v_refused[1]], p_expected[v_refused[1]]
            using errcode = 'DL001', detail = p_streams[v_refused[1]];
    end if;

    insert into mt_streams as s (id, version, timestamp, created)
    select p_streams[e.s], max(e.v), last_time, last_time
    from unnest(p_stream, p_version) as e (s, v)
    where v_refused is null or e.s <> all (v_refused)
    group by e.s
    on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp;

    insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers, user_name)
    select last_position + row_number() over (order by e.i), e.id, p_streams[e.s], e.v, e.data, e.type, last_time, e.dotnet, e.correlation,
           e.causation, e.headers, e.who
    from unnest(p_stream, p_version, p_ids, p_types, p_data, p_dotnet, p_users, p_correlations, p_causations, p_headers) with ordinality
             as e (s, v, id, type, data, dotnet, who, correlation, causation, headers, i)
    where v_refused is null or e.s <> all (v_refused);
    get diagnostics written = row_count;

    if written > 0 then
        perform setval('mt_events_sequence', last_position + written);
        perform pg_notify('dateline', current_schema());
    end if;

    return query
    select x.i::integer, v_refused is not null and x.i::integer = any (v_refused), v_actual[x.i], last_position, last_time
    from generate_subscripts(p_streams, 1) as x (i);
end
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE dateline.api_keys (
    id text NOT NULL,
    secret_sha256 bytea NOT NULL,
    account text NOT NULL,
    scopes text[] NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone
);

CREATE TABLE dateline.audit (
    "position" bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    who text NOT NULL,
    what text NOT NULL,
    stream text NOT NULL,
    version bigint NOT NULL,
    before text,
    after text,
    why text,
    correlation text,
    causation text
);

CREATE TABLE dateline.audit_values (
    subject text NOT NULL,
    field text NOT NULL,
    value text
);

CREATE TABLE dateline.claim_relations (
    claim text NOT NULL,
    relation text NOT NULL,
    other text NOT NULL,
    because text NOT NULL,
    "position" bigint NOT NULL
);

CREATE TABLE dateline.claims (
    id text NOT NULL,
    text text NOT NULL,
    mode text NOT NULL,
    due_at date,
    status text NOT NULL,
    since timestamp with time zone NOT NULL,
    since_position bigint NOT NULL,
    because bigint[] NOT NULL,
    reason text NOT NULL,
    origins integer NOT NULL,
    standing_verdict text,
    basis_changed boolean NOT NULL,
    raised_position bigint NOT NULL,
    ended_position bigint NOT NULL,
    merged_into text,
    pins text[] NOT NULL
);

CREATE TABLE dateline.credentials (
    account text NOT NULL,
    password_hash text NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE dateline.documents (
    id text NOT NULL,
    source text NOT NULL,
    url text,
    title text NOT NULL,
    author text,
    language text,
    revision integer NOT NULL,
    published_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    withdrawn text,
    withdrawn_why text,
    story text,
    mentions integer NOT NULL,
    extractor text,
    failure text
);

CREATE TABLE dateline.followers (
    name text NOT NULL,
    generation bigint DEFAULT 1 NOT NULL,
    state text DEFAULT 'running'::text NOT NULL,
    "position" bigint,
    error text,
    since timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT followers_state_check CHECK ((state = ANY (ARRAY['running'::text, 'stopped'::text])))
);

CREATE TABLE dateline.idempotency (
    account text NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    begun_at timestamp with time zone DEFAULT now() NOT NULL,
    status integer,
    content_type text,
    headers jsonb,
    body bytea
);

CREATE TABLE dateline.identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    account text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE dateline.invitations (
    token_sha256 bytea NOT NULL,
    account text,
    invited_by text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE dateline.key_uses (
    "position" bigint NOT NULL,
    key text NOT NULL,
    account text NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    method text NOT NULL,
    route text NOT NULL,
    correlation text NOT NULL
);

ALTER TABLE dateline.key_uses ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dateline.key_uses_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dateline.leadership (
    only_row boolean DEFAULT true NOT NULL,
    epoch bigint NOT NULL,
    holder text NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT leadership_only_row_check CHECK (only_row)
);

CREATE TABLE dateline.mentions (
    id text NOT NULL,
    claim text NOT NULL,
    raised_as text NOT NULL,
    document text NOT NULL,
    revision integer NOT NULL,
    source text NOT NULL,
    origin text NOT NULL,
    quote text NOT NULL,
    speaker text,
    via text[] NOT NULL,
    cue text,
    polarity text NOT NULL,
    certainty text NOT NULL,
    score integer NOT NULL,
    because text,
    published_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    retracted_position bigint,
    retracted_cause text
);

CREATE TABLE dateline.mt_event_progression (
    name character varying NOT NULL,
    last_seq_id bigint,
    last_updated timestamp with time zone DEFAULT transaction_timestamp()
);

CREATE TABLE dateline.mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id character varying,
    version bigint NOT NULL,
    data jsonb,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    user_name character varying,
    is_archived boolean DEFAULT false
);

CREATE SEQUENCE dateline.mt_events_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE dateline.mt_events_sequence OWNED BY dateline.mt_events.seq_id;

CREATE TABLE dateline.mt_high_water_skips (
    ending_sequence bigint NOT NULL,
    starting_sequence bigint NOT NULL,
    detected_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE dateline.mt_streams (
    id character varying NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    is_archived boolean DEFAULT false
);

CREATE TABLE dateline.originals (
    sha256 character(64) NOT NULL,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE dateline.protection_keys (
    name text NOT NULL,
    xml text NOT NULL
);

CREATE TABLE dateline.revisions (
    document text NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    content_hash text NOT NULL,
    original_sha256 text NOT NULL,
    format text NOT NULL,
    characters integer NOT NULL
);

CREATE TABLE dateline.sessions (
    token_sha256 bytea NOT NULL,
    id text NOT NULL,
    account text NOT NULL,
    way text NOT NULL,
    agent text,
    begun_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    ends_at timestamp with time zone NOT NULL
);

CREATE TABLE dateline.set_aside (
    follower text NOT NULL,
    "position" bigint NOT NULL,
    error text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE dateline.sources (
    id text NOT NULL,
    name text NOT NULL,
    reliability text NOT NULL,
    documents integer NOT NULL,
    rated_by text,
    rated_why text,
    rated_at timestamp with time zone,
    last_seen timestamp with time zone
);

CREATE TABLE dateline.status_history (
    "position" bigint NOT NULL,
    kind text NOT NULL,
    id text NOT NULL,
    from_status text,
    to_status text NOT NULL,
    because bigint[] NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone NOT NULL
);

CREATE TABLE dateline.stories (
    id text NOT NULL,
    title text NOT NULL,
    status text NOT NULL,
    since timestamp with time zone NOT NULL,
    since_position bigint NOT NULL,
    because bigint[] NOT NULL,
    reason text NOT NULL,
    documents integer NOT NULL,
    claims integer NOT NULL,
    key_claims integer NOT NULL,
    disputed_claims integer NOT NULL,
    agreed_claims integer NOT NULL,
    judged_claims integer NOT NULL,
    open_claims integer NOT NULL,
    origins jsonb NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    last_activity timestamp with time zone NOT NULL,
    closed_position bigint,
    merged_into text,
    merged_position bigint NOT NULL
);

CREATE TABLE dateline.story_documents (
    document text NOT NULL,
    story text,
    source text,
    title text,
    origin text,
    score integer,
    because text,
    published_at timestamp with time zone,
    "position" bigint NOT NULL,
    withdrawn text
);

CREATE TABLE dateline.verdict_acts (
    claim text NOT NULL,
    verdict text NOT NULL,
    "position" bigint NOT NULL,
    act text NOT NULL,
    by text NOT NULL,
    reason text,
    at timestamp with time zone NOT NULL
);

CREATE TABLE dateline.verdicts (
    claim text NOT NULL,
    id text NOT NULL,
    rating text NOT NULL,
    likelihood text,
    confidence text NOT NULL,
    rationale text NOT NULL,
    evidence jsonb NOT NULL,
    proposed_by text NOT NULL,
    state text NOT NULL,
    approved_by text,
    approved_position bigint,
    superseded boolean NOT NULL,
    basis_changed boolean NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT two_people CHECK (((approved_by IS NULL) OR (lower(TRIM(BOTH FROM approved_by)) <> lower(TRIM(BOTH FROM proposed_by)))))
);

INSERT INTO dateline.audit VALUES
	(1, '2026-11-21 21:45:53.84917+00', 'ana', 'document_ingested', 'document/d-2f3aea3132f817e5', 1, NULL, '1', NULL, 'a04e92dd6fbe4da1814c14236a37e536', NULL),
	(2, '2026-11-21 21:45:53.944024+00', 'ana', 'document_ingested', 'document/d-4a8e288e7ec8cf30', 1, NULL, '1', NULL, 'a04e92dd6fbe4da1814c14236a37e536', NULL),
	(3, '2026-11-21 21:45:53.964343+00', 'ana', 'document_ingested', 'document/d-83a1f6d18fb3d7ad', 1, NULL, '1', NULL, 'a04e92dd6fbe4da1814c14236a37e536', NULL),
	(4, '2026-11-21 21:45:53.98051+00', 'ana', 'document_ingested', 'document/d-b347bc46248e63c0', 1, NULL, '1', NULL, 'a04e92dd6fbe4da1814c14236a37e536', NULL),
	(5, '2026-11-21 21:45:54.007613+00', 'ana', 'document_ingested', 'document/d-2c703d2838eac1e9', 1, NULL, '1', NULL, 'a04e92dd6fbe4da1814c14236a37e536', NULL),
	(6, '2026-11-21 21:45:54.186216+00', 'system', 'source_registered', 'source/tidewater-review', 1, NULL, 'Tidewater Review', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ad6c-72d9-ad86-35584c0a0135'),
	(7, '2026-11-21 21:45:54.186216+00', 'bot:rules@2', 'claims_extracted', 'document/d-2f3aea3132f817e5', 2, NULL, '4 mentions by rules@2', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ad6c-72d9-ad86-35584c0a0135'),
	(8, '2026-11-21 21:45:54.648418+00', 'system', 'source_registered', 'source/harbour-wire', 1, NULL, 'Harbour Wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae15-7748-b1ea-fb56b1f5ac59'),
	(9, '2026-11-21 21:45:54.648418+00', 'bot:rules@2', 'claims_extracted', 'document/d-4a8e288e7ec8cf30', 2, NULL, '8 mentions by rules@2', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae15-7748-b1ea-fb56b1f5ac59'),
	(10, '2026-11-21 21:45:54.648418+00', 'system', 'source_registered', 'source/quayside-gazette', 1, NULL, 'Quayside Gazette', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae26-7dba-9ba7-8b1a9695070f'),
	(11, '2026-11-21 21:45:54.648418+00', 'bot:rules@2', 'claims_extracted', 'document/d-83a1f6d18fb3d7ad', 2, NULL, '8 mentions by rules@2', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae26-7dba-9ba7-8b1a9695070f'),
	(12, '2026-11-21 21:45:54.648418+00', 'system', 'source_registered', 'source/northgate-broadcasting', 1, NULL, 'Northgate Broadcasting', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae3b-7fad-9710-95aa76473677'),
	(13, '2026-11-21 21:45:54.648418+00', 'bot:rules@2', 'claims_extracted', 'document/d-b347bc46248e63c0', 2, NULL, '6 mentions by rules@2', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae3b-7fad-9710-95aa76473677'),
	(14, '2026-11-21 21:45:54.648418+00', 'bot:rules@2', 'claims_extracted', 'document/d-2c703d2838eac1e9', 2, NULL, '10 mentions by rules@2', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae57-7b89-836f-9b11d50a8e1b'),
	(15, '2026-11-21 21:45:54.648418+00', 'bot:desk@1', 'story_opened', 'story/s-b81ed86b2429', 1, NULL, 'Letter: who comes after?', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a'),
	(16, '2026-11-21 21:45:54.648418+00', 'bot:desk@1', 'document_filed', 'story/s-b81ed86b2429', 2, NULL, 'd-2f3aea3132f817e5', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a'),
	(17, '2026-11-21 21:45:54.648418+00', 'bot:desk@1', 'claim_raised', 'claim/c-c7fefb9c00f6', 1, NULL, 'prediction', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a'),
	(18, '2026-11-21 21:45:54.648418+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-c7fefb9c00f6', 2, NULL, 'd-2f3aea3132f817e5/1#1, positive, origin source:tidewater-review', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a'),
	(19, '2026-11-21 21:45:54.648418+00', 'bot:desk@1', 'claim_raised', 'claim/c-745ce6e72555', 1, NULL, 'prediction', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a'),
	(20, '2026-11-21 21:45:54.648418+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-745ce6e72555', 2, NULL, 'd-2f3aea3132f817e5/1#2, negative, origin source:tidewater-review', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a'),
	(21, '2026-11-21 21:45:54.648418+00', 'bot:desk@1', 'mentions_filed', 'document/d-2f3aea3132f817e5', 3, NULL, '2 mentions, story s-b81ed86b2429', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a'),
	(22, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'story_opened', 'story/s-38867666d159', 1, NULL, 'Israel''s military says 200 jets hit 500 targets in Iran, its largest attack ever', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(23, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'document_filed', 'story/s-38867666d159', 2, NULL, 'd-4a8e288e7ec8cf30', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(24, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-7dcf06ad6435', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(25, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-7dcf06ad6435', 2, NULL, 'd-4a8e288e7ec8cf30/1#2, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(26, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-642c63156203', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(27, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-642c63156203', 2, NULL, 'd-4a8e288e7ec8cf30/1#3, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(28, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-a0b45626e2cf', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(29, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-a0b45626e2cf', 2, NULL, 'd-4a8e288e7ec8cf30/1#4, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(30, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-35cd07d6583a', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(31, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-35cd07d6583a', 2, NULL, 'd-4a8e288e7ec8cf30/1#6, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(32, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-4672e8175223', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(33, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-4672e8175223', 2, NULL, 'd-4a8e288e7ec8cf30/1#8, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(34, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'mentions_filed', 'document/d-4a8e288e7ec8cf30', 3, NULL, '5 mentions, story s-38867666d159', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc'),
	(35, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'document_filed', 'story/s-38867666d159', 3, NULL, 'd-83a1f6d18fb3d7ad', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36'),
	(36, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-7dcf06ad6435', 3, NULL, 'd-83a1f6d18fb3d7ad/1#2, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36'),
	(37, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-642c63156203', 3, NULL, 'd-83a1f6d18fb3d7ad/1#3, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36'),
	(38, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-a0b45626e2cf', 3, NULL, 'd-83a1f6d18fb3d7ad/1#4, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36'),
	(39, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-35cd07d6583a', 3, NULL, 'd-83a1f6d18fb3d7ad/1#6, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36'),
	(40, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-4672e8175223', 3, NULL, 'd-83a1f6d18fb3d7ad/1#8, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36'),
	(41, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'mentions_filed', 'document/d-83a1f6d18fb3d7ad', 3, NULL, '5 mentions, story s-38867666d159', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36'),
	(42, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'document_filed', 'story/s-b81ed86b2429', 3, NULL, 'd-b347bc46248e63c0', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de'),
	(43, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-49a86358d467', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de'),
	(44, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-49a86358d467', 2, NULL, 'd-b347bc46248e63c0/1#1, positive, origin source:northgate-broadcasting', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de'),
	(45, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-b7913410258d', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de'),
	(46, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-b7913410258d', 2, NULL, 'd-b347bc46248e63c0/1#5, positive, origin source:northgate-broadcasting', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de'),
	(47, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-24be5431b06d', 1, NULL, 'prediction', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de'),
	(48, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-24be5431b06d', 2, NULL, 'd-b347bc46248e63c0/1#6, negative, origin source:northgate-broadcasting', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de'),
	(49, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'mentions_filed', 'document/d-b347bc46248e63c0', 3, NULL, '3 mentions, story s-b81ed86b2429', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de'),
	(50, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'document_filed', 'story/s-38867666d159', 4, NULL, 'd-2c703d2838eac1e9', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(51, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-c401140dd455', 1, NULL, 'promise', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(52, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-c401140dd455', 2, NULL, 'd-2c703d2838eac1e9/1#1, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(53, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-ea9a245dd167', 1, NULL, 'prediction', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(54, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-ea9a245dd167', 2, NULL, 'd-2c703d2838eac1e9/1#3, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(55, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-bb89d79b773a', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(56, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-bb89d79b773a', 2, NULL, 'd-2c703d2838eac1e9/1#4, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(57, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-bb657076a1d5', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(58, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-bb657076a1d5', 2, NULL, 'd-2c703d2838eac1e9/1#5, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(59, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-5cc217233e00', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(60, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-5cc217233e00', 2, NULL, 'd-2c703d2838eac1e9/1#7, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(61, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-cdd7db676380', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(62, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-cdd7db676380', 2, NULL, 'd-2c703d2838eac1e9/1#8, negative, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(63, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_raised', 'claim/c-9b6094db6862', 1, NULL, 'assertion', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(64, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'claim_mentioned', 'claim/c-9b6094db6862', 2, NULL, 'd-2c703d2838eac1e9/1#9, positive, origin source:harbour-wire', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(65, '2026-11-21 21:45:54.784968+00', 'bot:desk@1', 'mentions_filed', 'document/d-2c703d2838eac1e9', 3, NULL, '7 mentions, story s-38867666d159', NULL, 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2'),
	(66, '2026-11-21 21:46:08.549713+00', 'ana', 'source_rated', 'source/harbour-wire', 2, NULL, 'B', 'Right so far', '01a20012-e6da-7482-b1d1-02b85b6faaaf', NULL),
	(67, '2026-11-21 21:46:24.888622+00', 'ana', 'verdict_proposed', 'claim/c-c7fefb9c00f6', 3, NULL, 'proposed: inconclusive, moderate confidence', 'Two origins', '01a20013-2699-710d-888f-a0e97e9f8867', NULL),
	(68, '2026-11-21 21:46:25.055969+00', 'system', 'document_cited', 'document/d-2f3aea3132f817e5', 4, NULL, 'by v-61d95db3 on c-c7fefb9c00f6', NULL, '01a20013-2699-710d-888f-a0e97e9f8867', '01a20013-26c2-7291-9f5a-caf6c72cef0f'),
	(69, '2026-11-21 21:46:26.711487+00', 'ben', 'verdict_approved', 'claim/c-c7fefb9c00f6', 4, 'proposed: inconclusive, moderate confidence', 'approved', 'I read both', '01a20013-2df0-7c91-b62d-5362a80326db', NULL);

INSERT INTO dateline.audit_values VALUES
	('document/d-2f3aea3132f817e5', 'revision', '1'),
	('document/d-4a8e288e7ec8cf30', 'revision', '1'),
	('document/d-83a1f6d18fb3d7ad', 'revision', '1'),
	('document/d-b347bc46248e63c0', 'revision', '1'),
	('document/d-2c703d2838eac1e9', 'revision', '1'),
	('source/tidewater-review', 'name', 'Tidewater Review'),
	('document/d-2f3aea3132f817e5', 'extraction of revision 1', '4 mentions by rules@2'),
	('source/harbour-wire', 'name', 'Harbour Wire'),
	('document/d-4a8e288e7ec8cf30', 'extraction of revision 1', '8 mentions by rules@2'),
	('source/quayside-gazette', 'name', 'Quayside Gazette'),
	('document/d-83a1f6d18fb3d7ad', 'extraction of revision 1', '8 mentions by rules@2'),
	('source/northgate-broadcasting', 'name', 'Northgate Broadcasting'),
	('document/d-b347bc46248e63c0', 'extraction of revision 1', '6 mentions by rules@2'),
	('document/d-2c703d2838eac1e9', 'extraction of revision 1', '10 mentions by rules@2'),
	('story/s-b81ed86b2429', 'title', 'Letter: who comes after?'),
	('claim/c-c7fefb9c00f6', 'mode', 'prediction'),
	('claim/c-745ce6e72555', 'mode', 'prediction'),
	('document/d-2f3aea3132f817e5', 'filing of revision 1', '2 mentions, story s-b81ed86b2429'),
	('story/s-38867666d159', 'title', 'Israel''s military says 200 jets hit 500 targets in Iran, its largest attack ever'),
	('claim/c-7dcf06ad6435', 'mode', 'assertion'),
	('claim/c-642c63156203', 'mode', 'assertion'),
	('claim/c-a0b45626e2cf', 'mode', 'assertion'),
	('claim/c-35cd07d6583a', 'mode', 'assertion'),
	('claim/c-4672e8175223', 'mode', 'assertion'),
	('document/d-4a8e288e7ec8cf30', 'filing of revision 1', '5 mentions, story s-38867666d159'),
	('document/d-83a1f6d18fb3d7ad', 'filing of revision 1', '5 mentions, story s-38867666d159'),
	('claim/c-49a86358d467', 'mode', 'assertion'),
	('claim/c-b7913410258d', 'mode', 'assertion'),
	('claim/c-24be5431b06d', 'mode', 'prediction'),
	('document/d-b347bc46248e63c0', 'filing of revision 1', '3 mentions, story s-b81ed86b2429'),
	('claim/c-c401140dd455', 'mode', 'promise'),
	('claim/c-ea9a245dd167', 'mode', 'prediction'),
	('claim/c-bb89d79b773a', 'mode', 'assertion'),
	('claim/c-bb657076a1d5', 'mode', 'assertion'),
	('claim/c-5cc217233e00', 'mode', 'assertion'),
	('claim/c-cdd7db676380', 'mode', 'assertion'),
	('claim/c-9b6094db6862', 'mode', 'assertion'),
	('document/d-2c703d2838eac1e9', 'filing of revision 1', '7 mentions, story s-38867666d159'),
	('source/harbour-wire', 'reliability', 'B'),
	('claim/c-c7fefb9c00f6', 'verdict v-61d95db3', 'approved');

INSERT INTO dateline.claims VALUES
	('c-745ce6e72555', 'that his political end will not be orderly or negotiated, and a succession without a name in the envelope rather supports him', 'prediction', NULL, 'open', '2026-11-21 21:45:54.648418+00', 20, '{20}', 'A prediction by Your columnist, not judged yet.', 1, NULL, false, 19, 0, NULL, '{}'),
	('c-24be5431b06d', 'that Khamenei''s political end would not be orderly or negotiated', 'prediction', NULL, 'open', '2026-11-21 21:45:54.784968+00', 48, '{48}', 'A prediction by the Tidewater Review, not judged yet.', 1, NULL, false, 47, 0, NULL, '{}'),
	('c-35cd07d6583a', 'the attack came by day because Iranian leaders were meeting', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 31, '{31}', 'One origin: source:harbour-wire.', 1, NULL, false, 30, 0, NULL, '{}'),
	('c-4672e8175223', 'Hours before, a deal in the talks between Tehran and Washington had reportedly been close', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 33, '{33}', 'One origin: source:harbour-wire.', 1, NULL, false, 32, 0, NULL, '{}'),
	('c-49a86358d467', 'Ali Khamenei was killed in Israeli-US strikes on his compound in Tehran', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 44, '{44}', 'One origin: source:northgate-broadcasting.', 1, NULL, false, 43, 0, NULL, '{}'),
	('c-5cc217233e00', 'The United States may use B-2 bombers on Monday', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 60, '{60}', 'One origin: source:harbour-wire.', 1, NULL, false, 59, 0, NULL, '{}'),
	('c-642c63156203', 'that its aircraft had acted together with forces of the United States', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 27, '{27}', 'One origin: source:harbour-wire.', 1, NULL, false, 26, 0, NULL, '{}'),
	('c-7dcf06ad6435', 'it the largest attack that the country''s air force has ever carried out', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 25, '{25}', 'One origin: source:harbour-wire.', 1, NULL, false, 24, 0, NULL, '{}'),
	('c-9b6094db6862', 'An earlier version of this report said that each round would last one to two weeks', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 64, '{64}', 'One origin: source:harbour-wire.', 1, NULL, false, 63, 0, NULL, '{}'),
	('c-a0b45626e2cf', 'that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 29, '{29}', 'One origin: source:harbour-wire.', 1, NULL, false, 28, 0, NULL, '{}'),
	('c-b7913410258d', 'Khamenei''s death on Saturday without giving a source', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 46, '{46}', 'One origin: source:northgate-broadcasting.', 1, NULL, false, 45, 0, NULL, '{}'),
	('c-bb657076a1d5', 'US missile stocks are being depleted', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 58, '{58}', 'One origin: source:harbour-wire.', 1, NULL, false, 57, 0, NULL, '{}'),
	('c-bb89d79b773a', 'The pauses are meant to give Tehran a chance to come back to the talks', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 56, '{56}', 'One origin: source:harbour-wire.', 1, NULL, false, 55, 0, NULL, '{}'),
	('c-c401140dd455', 'an escalating series of strikes on Iran with off-ramps in between, CNN reported on Sunday', 'promise', '2026-03-08', 'open', '2026-11-21 21:45:54.784968+00', 52, '{52}', 'A promise by The United States, not judged yet.', 1, NULL, false, 51, 0, NULL, '{}'),
	('c-cdd7db676380', 'None has been seen over Iran so far, one newsletter writer said on Saturday', 'assertion', NULL, 'single-origin', '2026-11-21 21:45:54.784968+00', 62, '{62}', 'One origin: source:harbour-wire.', 1, NULL, false, 61, 0, NULL, '{}'),
	('c-ea9a245dd167', 'Each round would last one to two days, followed by a pause', 'prediction', NULL, 'open', '2026-11-21 21:45:54.784968+00', 54, '{54}', 'A prediction by the official, not judged yet.', 1, NULL, false, 53, 0, NULL, '{}'),
	('c-c7fefb9c00f6', 'at length about how the rule of Ali Khamenei will end, and in one line about what follows it', 'prediction', NULL, 'inconclusive', '2026-11-21 21:46:26.711487+00', 69, '{67,69}', 'ana proposed and ben approved: inconclusive, moderate confidence.', 1, 'v-61d95db3', false, 17, 0, NULL, '{}');

INSERT INTO dateline.documents VALUES
	('d-2f3aea3132f817e5', 'tidewater-review', 'https://tidewater.example/letters/who-comes-after', 'Letter: who comes after?', 'a reader', 'en', 1, '2026-01-16 09:15:00+00', '2026-11-21 21:45:53.84917+00', NULL, NULL, 's-b81ed86b2429', 4, 'rules@2', NULL),
	('d-4a8e288e7ec8cf30', 'harbour-wire', 'https://harbourwire.example/2026/02/28/israel-military-largest-attack', 'Israel''s military says 200 jets hit 500 targets in Iran, its largest attack ever', 'Harbour Wire staff', 'en', 1, '2026-02-28 13:05:00+00', '2026-11-21 21:45:53.944024+00', NULL, NULL, 's-38867666d159', 8, 'rules@2', NULL),
	('d-83a1f6d18fb3d7ad', 'quayside-gazette', 'https://quayside.example/world/israel-says-200-jets-hit-500-targets', 'Israel says 200 jets hit 500 targets in Iran', 'Harbour Wire', 'en', 1, '2026-02-28 13:40:00+00', '2026-11-21 21:45:53.964343+00', NULL, NULL, 's-38867666d159', 8, 'rules@2', NULL),
	('d-b347bc46248e63c0', 'northgate-broadcasting', 'https://northgate.example/news/state-television-confirms-khamenei-killed', 'Khamenei killed in strikes on his compound, Iranian state television says', 'Northgate monitoring', 'en', 1, '2026-03-01 04:30:00+00', '2026-11-21 21:45:53.98051+00', NULL, NULL, 's-b81ed86b2429', 6, 'rules@2', NULL),
	('d-2c703d2838eac1e9', 'harbour-wire', 'https://harbourwire.example/2026/03/01/us-plans-strikes-with-off-ramps', 'CORRECTED: US plans rounds of strikes on Iran with pauses between them, CNN reports', 'Harbour Wire staff', 'en', 1, '2026-03-01 19:20:00+00', '2026-11-21 21:45:54.007613+00', NULL, NULL, 's-38867666d159', 10, 'rules@2', NULL);

INSERT INTO dateline.followers VALUES
	('board:All', 1, 'running', NULL, NULL, '2026-11-21 21:45:53.551459+00'),
	('reactions:All', 1, 'running', NULL, NULL, '2026-11-21 21:45:53.551763+00'),
	('documents:All', 1, 'running', NULL, NULL, '2026-11-21 21:45:53.601173+00'),
	('sources:All', 1, 'running', NULL, NULL, '2026-11-21 21:45:53.635772+00'),
	('audit:All', 1, 'running', NULL, NULL, '2026-11-21 21:45:53.651286+00');

INSERT INTO dateline.leadership VALUES
	(true, 4, 'nobody', '2026-11-21 21:46:26.750923+00');

INSERT INTO dateline.mentions VALUES
	('d-2f3aea3132f817e5/1#2', 'c-745ce6e72555', 'c-745ce6e72555', 'd-2f3aea3132f817e5', 1, 'tidewater-review', 'source:tidewater-review', 'that his political end will not be orderly or negotiated, and a succession without a name in the envelope rather supports him', 'Your columnist', '{}', 'said', 'negative', 'certain', 1000, 'No known claim of this story says the same.', '2026-01-16 09:15:00+00', '2026-11-21 21:45:54.648418+00', 20, NULL, NULL),
	('d-2f3aea3132f817e5/1#1', 'c-c7fefb9c00f6', 'c-c7fefb9c00f6', 'd-2f3aea3132f817e5', 1, 'tidewater-review', 'source:tidewater-review', 'at length about how the rule of Ali Khamenei will end, and in one line about what follows it', 'Your columnist', '{}', 'writes', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-01-16 09:15:00+00', '2026-11-21 21:45:54.648418+00', 18, NULL, NULL),
	('d-b347bc46248e63c0/1#6', 'c-24be5431b06d', 'c-24be5431b06d', 'd-b347bc46248e63c0', 1, 'northgate-broadcasting', 'source:northgate-broadcasting', 'that Khamenei''s political end would not be orderly or negotiated', 'the Tidewater Review', '{}', 'predicted', 'negative', 'probable', 1000, 'No known claim of this story says the same.', '2026-03-01 04:30:00+00', '2026-11-21 21:45:54.784968+00', 48, NULL, NULL),
	('d-4a8e288e7ec8cf30/1#6', 'c-35cd07d6583a', 'c-35cd07d6583a', 'd-4a8e288e7ec8cf30', 1, 'harbour-wire', 'source:harbour-wire', 'the attack came by day because Iranian leaders were meeting', 'unattributed reports', '{}', 'According to', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-02-28 13:05:00+00', '2026-11-21 21:45:54.784968+00', 31, NULL, NULL),
	('d-83a1f6d18fb3d7ad/1#6', 'c-35cd07d6583a', 'c-35cd07d6583a', 'd-83a1f6d18fb3d7ad', 1, 'quayside-gazette', 'source:harbour-wire', 'the attack came by day because Iranian leaders were meeting', 'unattributed reports', '{}', 'According to', 'positive', 'certain', 1000, 'The subjects share 100 % of their information.', '2026-02-28 13:40:00+00', '2026-11-21 21:45:54.784968+00', 39, NULL, NULL),
	('d-4a8e288e7ec8cf30/1#8', 'c-4672e8175223', 'c-4672e8175223', 'd-4a8e288e7ec8cf30', 1, 'harbour-wire', 'source:harbour-wire', 'Hours before, a deal in the talks between Tehran and Washington had reportedly been close', NULL, '{}', NULL, 'positive', 'underspecified', 1000, 'No known claim of this story says the same.', '2026-02-28 13:05:00+00', '2026-11-21 21:45:54.784968+00', 33, NULL, NULL),
	('d-83a1f6d18fb3d7ad/1#8', 'c-4672e8175223', 'c-4672e8175223', 'd-83a1f6d18fb3d7ad', 1, 'quayside-gazette', 'source:harbour-wire', 'Hours before, a deal in the talks between Tehran and Washington had reportedly been close', NULL, '{}', NULL, 'positive', 'underspecified', 1000, 'The subjects share 100 % of their information.', '2026-02-28 13:40:00+00', '2026-11-21 21:45:54.784968+00', 40, NULL, NULL),
	('d-b347bc46248e63c0/1#1', 'c-49a86358d467', 'c-49a86358d467', 'd-b347bc46248e63c0', 1, 'northgate-broadcasting', 'source:northgate-broadcasting', 'Ali Khamenei was killed in Israeli-US strikes on his compound in Tehran', 'Iranian state television', '{}', 'said', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-03-01 04:30:00+00', '2026-11-21 21:45:54.784968+00', 44, NULL, NULL),
	('d-2c703d2838eac1e9/1#7', 'c-5cc217233e00', 'c-5cc217233e00', 'd-2c703d2838eac1e9', 1, 'harbour-wire', 'source:harbour-wire', 'The United States may use B-2 bombers on Monday', 'unconfirmed reports', '{}', 'according to', 'positive', 'underspecified', 1000, 'No known claim of this story says the same.', '2026-03-01 19:20:00+00', '2026-11-21 21:45:54.784968+00', 60, NULL, NULL),
	('d-4a8e288e7ec8cf30/1#3', 'c-642c63156203', 'c-642c63156203', 'd-4a8e288e7ec8cf30', 1, 'harbour-wire', 'source:harbour-wire', 'that its aircraft had acted together with forces of the United States', 'The military', '{}', 'said', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-02-28 13:05:00+00', '2026-11-21 21:45:54.784968+00', 27, NULL, NULL),
	('d-83a1f6d18fb3d7ad/1#3', 'c-642c63156203', 'c-642c63156203', 'd-83a1f6d18fb3d7ad', 1, 'quayside-gazette', 'source:harbour-wire', 'that its aircraft had acted together with forces of the United States', 'The military', '{}', 'said', 'positive', 'certain', 1000, 'The subjects share 100 % of their information.', '2026-02-28 13:40:00+00', '2026-11-21 21:45:54.784968+00', 37, NULL, NULL),
	('d-4a8e288e7ec8cf30/1#2', 'c-7dcf06ad6435', 'c-7dcf06ad6435', 'd-4a8e288e7ec8cf30', 1, 'harbour-wire', 'source:harbour-wire', 'it the largest attack that the country''s air force has ever carried out', '200 fighter jets', '{}', 'calling', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-02-28 13:05:00+00', '2026-11-21 21:45:54.784968+00', 25, NULL, NULL),
	('d-83a1f6d18fb3d7ad/1#2', 'c-7dcf06ad6435', 'c-7dcf06ad6435', 'd-83a1f6d18fb3d7ad', 1, 'quayside-gazette', 'source:harbour-wire', 'it the largest attack that the country''s air force has ever carried out', '200 fighter jets', '{}', 'calling', 'positive', 'certain', 1000, 'The subjects share 100 % of their information.', '2026-02-28 13:40:00+00', '2026-11-21 21:45:54.784968+00', 36, NULL, NULL),
	('d-2c703d2838eac1e9/1#9', 'c-9b6094db6862', 'c-9b6094db6862', 'd-2c703d2838eac1e9', 1, 'harbour-wire', 'source:harbour-wire', 'An earlier version of this report said that each round would last one to two weeks', 'CORRECTION', '{}', ':', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-03-01 19:20:00+00', '2026-11-21 21:45:54.784968+00', 64, NULL, NULL),
	('d-4a8e288e7ec8cf30/1#4', 'c-a0b45626e2cf', 'c-a0b45626e2cf', 'd-4a8e288e7ec8cf30', 1, 'harbour-wire', 'source:harbour-wire', 'that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action', 'administration official', '{}', 'said', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-02-28 13:05:00+00', '2026-11-21 21:45:54.784968+00', 29, NULL, NULL),
	('d-83a1f6d18fb3d7ad/1#4', 'c-a0b45626e2cf', 'c-a0b45626e2cf', 'd-83a1f6d18fb3d7ad', 1, 'quayside-gazette', 'source:harbour-wire', 'that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action', 'administration official', '{}', 'said', 'positive', 'certain', 1000, 'The subjects share 100 % of their information.', '2026-02-28 13:40:00+00', '2026-11-21 21:45:54.784968+00', 38, NULL, NULL),
	('d-b347bc46248e63c0/1#5', 'c-b7913410258d', 'c-b7913410258d', 'd-b347bc46248e63c0', 1, 'northgate-broadcasting', 'source:northgate-broadcasting', 'Khamenei''s death on Saturday without giving a source', 'President Donald Trump', '{}', 'announced', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-03-01 04:30:00+00', '2026-11-21 21:45:54.784968+00', 46, NULL, NULL),
	('d-2c703d2838eac1e9/1#5', 'c-bb657076a1d5', 'c-bb657076a1d5', 'd-2c703d2838eac1e9', 1, 'harbour-wire', 'source:harbour-wire', 'US missile stocks are being depleted', 'Bloomberg', '{}', 'reported', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-03-01 19:20:00+00', '2026-11-21 21:45:54.784968+00', 58, NULL, NULL),
	('d-2c703d2838eac1e9/1#4', 'c-bb89d79b773a', 'c-bb89d79b773a', 'd-2c703d2838eac1e9', 1, 'harbour-wire', 'source:harbour-wire', 'The pauses are meant to give Tehran a chance to come back to the talks', 'the official', '{}', 'according to', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-03-01 19:20:00+00', '2026-11-21 21:45:54.784968+00', 56, NULL, NULL),
	('d-2c703d2838eac1e9/1#1', 'c-c401140dd455', 'c-c401140dd455', 'd-2c703d2838eac1e9', 1, 'harbour-wire', 'source:harbour-wire', 'an escalating series of strikes on Iran with off-ramps in between, CNN reported on Sunday', 'The United States', '{}', 'plans', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-03-01 19:20:00+00', '2026-11-21 21:45:54.784968+00', 52, NULL, NULL),
	('d-2c703d2838eac1e9/1#8', 'c-cdd7db676380', 'c-cdd7db676380', 'd-2c703d2838eac1e9', 1, 'harbour-wire', 'source:harbour-wire', 'None has been seen over Iran so far, one newsletter writer said on Saturday', NULL, '{}', NULL, 'negative', 'certain', 1000, 'No known claim of this story says the same.', '2026-03-01 19:20:00+00', '2026-11-21 21:45:54.784968+00', 62, NULL, NULL),
	('d-2c703d2838eac1e9/1#3', 'c-ea9a245dd167', 'c-ea9a245dd167', 'd-2c703d2838eac1e9', 1, 'harbour-wire', 'source:harbour-wire', 'Each round would last one to two days, followed by a pause', 'the official', '{}', 'said', 'positive', 'certain', 1000, 'No known claim of this story says the same.', '2026-03-01 19:20:00+00', '2026-11-21 21:45:54.784968+00', 54, NULL, NULL);

INSERT INTO dateline.mt_event_progression VALUES
	('reactions:All', 69, '2026-11-21 21:46:26.859256+00'),
	('board:All', 69, '2026-11-21 21:46:27.093341+00'),
	('documents:All', 69, '2026-11-21 21:46:27.09354+00'),
	('sources:All', 69, '2026-11-21 21:46:27.093606+00'),
	('audit:All', 69, '2026-11-21 21:46:27.093653+00');

INSERT INTO dateline.mt_events VALUES
	(1, '01a20012-ad6c-72d9-ad86-35584c0a0135', 'document/d-2f3aea3132f817e5', 1, '{"url": "https://tidewater.example/letters/who-comes-after", "text": "To the editor:\n\nYour columnist writes at length about how the rule of Ali Khamenei will end, and in one line about what follows it. I would have liked it the other way round.\n\nKhamenei has famously named no successor. Your columnist said that his political end will not be orderly or negotiated, and a succession without a name in the envelope rather supports him. But a vacancy is not a collapse. The assembly that elects a leader exists, and so do the men who would like to be elected.\n\nDoes a rival clerical faction exist in Iran at all? If it does, it has kept remarkably quiet. If it does not, the most likely heir to one strong man is another one, and the column''s readers should be told so.\n\nI should be glad to see the matter taken up again.", "title": "Letter: who comes after?", "author": "a reader", "format": "text", "language": "en", "sourceId": "tidewater-review", "documentId": "d-2f3aea3132f817e5", "sourceName": "Tidewater Review", "contentHash": "0a18e054ff95f0b94e9e85e25eb0fc46e64d30ce816d54272a6e1475c344d029", "publishedAt": "2026-01-16T09:15:00+00:00", "originalSha256": "cea08bf3351d089ef26d11e05782b6806df8ff9ea199eeec1cd810444a11b695"}', NULL, 'document_ingested', '2026-11-21 21:45:53.84917+00', '*DEFAULT*', 'Dateline.Documents.DocumentIngested, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', NULL, NULL, 'ana', false),
	(2, '01a20012-ae15-7748-b1ea-fb56b1f5ac59', 'document/d-4a8e288e7ec8cf30', 1, '{"url": "https://harbourwire.example/2026/02/28/israel-military-largest-attack", "text": "JERUSALEM (Harbour Wire) - More than 200 fighter jets attacked 500 targets in Iran on Saturday, Israel''s military said, calling it the largest attack that the country''s air force has ever carried out.\n\nThe military said that its aircraft had acted together with forces of the United States. It gave no figures for losses on either side, and Harbour Wire could not check its account.\n\nA senior US administration official said that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action. The official spoke on condition of anonymity and did not describe the indicators.\n\nAccording to unattributed reports, the attack came by day because Iranian leaders were meeting. Israel''s military declined to comment on the timing.\n\nHours before, a deal in the talks between Tehran and Washington had reportedly been close. Iran''s foreign ministry did not answer questions.", "title": "Israel''s military says 200 jets hit 500 targets in Iran, its largest attack ever", "author": "Harbour Wire staff", "format": "markdown", "language": "en", "sourceId": "harbour-wire", "documentId": "d-4a8e288e7ec8cf30", "sourceName": "Harbour Wire", "contentHash": "0a07ceddc1e2f350b22372f627aa27e5312359432b59e135a114fcc557cc54fa", "publishedAt": "2026-02-28T13:05:00+00:00", "originalSha256": "ecc12c07e4d87c277a29ca00509028af92fd292cc9b7eb67d9c844751bce9277"}', NULL, 'document_ingested', '2026-11-21 21:45:53.944024+00', '*DEFAULT*', 'Dateline.Documents.DocumentIngested, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', NULL, NULL, 'ana', false),
	(3, '01a20012-ae26-7dba-9ba7-8b1a9695070f', 'document/d-83a1f6d18fb3d7ad', 1, '{"url": "https://quayside.example/world/israel-says-200-jets-hit-500-targets", "text": "JERUSALEM (Harbour Wire) - More than 200 fighter jets attacked 500 targets in Iran on Saturday, Israel''s military said, calling it the largest attack that the country''s air force has ever carried out.\n\nThe military said that its aircraft had acted together with forces of the United States. It gave no figures for losses on either side.\n\nA senior US administration official said that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action. The official spoke on condition of anonymity and did not describe the indicators.\n\nAccording to unattributed reports, the attack came by day because Iranian leaders were meeting. Israel''s military declined to comment on the timing.\n\nHours before, a deal in the talks between Tehran and Washington had reportedly been close. Iran''s foreign ministry did not answer questions.\n\nThis report was supplied by Harbour Wire.", "title": "Israel says 200 jets hit 500 targets in Iran", "author": "Harbour Wire", "format": "markdown", "language": "en", "sourceId": "quayside-gazette", "documentId": "d-83a1f6d18fb3d7ad", "sourceName": "Quayside Gazette", "contentHash": "8666878b6893599eb294eb08919b8ee1e466cab29a7f05e80a27b6ec9a57aa92", "publishedAt": "2026-02-28T13:40:00+00:00", "originalSha256": "652f542108dfb1c18d85501a892bdf84340dea746fc81d4645488881b32dbd06"}', NULL, 'document_ingested', '2026-11-21 21:45:53.964343+00', '*DEFAULT*', 'Dateline.Documents.DocumentIngested, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', NULL, NULL, 'ana', false),
	(4, '01a20012-ae3b-7fad-9710-95aa76473677', 'document/d-b347bc46248e63c0', 1, '{"url": "https://northgate.example/news/state-television-confirms-khamenei-killed", "text": "Ali Khamenei was killed in Israeli-US strikes on his compound in Tehran, Iranian state television said early on Sunday. He had been in power since 1989.\n\nState television did not say who else had been in the compound, according to Northgate''s translation. It also did not say who is acting in Khamenei''s place.\n\nNorthgate''s monitoring team followed the broadcast itself. It is the first word from Iran on the fate of the Supreme Leader. US President Donald Trump announced Khamenei''s death on Saturday without giving a source.\n\nIn January a columnist of the Tidewater Review predicted that Khamenei''s political end would not be orderly or negotiated. A reader answered that he had named no successor. He had not done so in public by the time of his death.", "title": "Khamenei killed in strikes on his compound, Iranian state television says", "author": "Northgate monitoring", "format": "markdown", "language": "en", "sourceId": "northgate-broadcasting", "documentId": "d-b347bc46248e63c0", "sourceName": "Northgate Broadcasting", "contentHash": "9df9a4330028edd78538263870541163cd4d69b9a3ee4a2c3f4641d4101bb891", "publishedAt": "2026-03-01T04:30:00+00:00", "originalSha256": "7976f1836e520220884cbe9f388321755e0e1cce597cdaa98b678cc3beb68d08"}', NULL, 'document_ingested', '2026-11-21 21:45:53.98051+00', '*DEFAULT*', 'Dateline.Documents.DocumentIngested, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', NULL, NULL, 'ana', false),
	(5, '01a20012-ae57-7b89-836f-9b11d50a8e1b', 'document/d-2c703d2838eac1e9', 1, '{"url": "https://harbourwire.example/2026/03/01/us-plans-strikes-with-off-ramps", "text": "WASHINGTON (Harbour Wire) - The United States plans an escalating series of strikes on Iran with off-ramps in between, CNN reported on Sunday, citing a senior US official. Each round would last one to two days, followed by a pause, the official said.\n\nThe pauses are meant to give Tehran a chance to come back to the talks, according to the official. It was not clear how many rounds are planned.\n\nUS missile stocks are being depleted, Bloomberg reported. The Pentagon did not comment on the report.\n\nThe United States may use B-2 bombers on Monday, according to unconfirmed reports. None has been seen over Iran so far, one newsletter writer said on Saturday.\n\nCORRECTION: An earlier version of this report said that each round would last one to two weeks. According to CNN''s report it is one to two days.", "title": "CORRECTED: US plans rounds of strikes on Iran with pauses between them, CNN reports", "author": "Harbour Wire staff", "format": "markdown", "language": "en", "sourceId": "harbour-wire", "documentId": "d-2c703d2838eac1e9", "sourceName": "Harbour Wire", "contentHash": "888d0b4dd4d56573274aca4645289ec5c11c8aeaf126c284e0dff6647c9637d7", "publishedAt": "2026-03-01T19:20:00+00:00", "originalSha256": "384a7ed8889dd4a55d61bfaed499447ee015e25fb50d3341c5957289ef7e361d"}', NULL, 'document_ingested', '2026-11-21 21:45:54.007613+00', '*DEFAULT*', 'Dateline.Documents.DocumentIngested, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', NULL, NULL, 'ana', false),
	(6, '01a20012-aeae-7cda-a144-2734e5389e6d', 'source/tidewater-review', 1, '{"name": "Tidewater Review", "sourceId": "tidewater-review"}', NULL, 'source_registered', '2026-11-21 21:45:54.186216+00', '*DEFAULT*', 'Dateline.Sources.SourceRegistered, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ad6c-72d9-ad86-35584c0a0135', NULL, 'system', false),
	(7, '01a20012-aeb7-7b16-b704-1a8ea9a00e8a', 'document/d-2f3aea3132f817e5', 2, '{"mentions": [{"id": "d-2f3aea3132f817e5/1#1", "cue": {"end": 37, "text": "writes", "start": 31}, "via": [], "mode": "prediction", "more": [], "dates": [], "worth": 370, "content": {"end": 130, "text": "at length about how the rule of Ali Khamenei will end, and in one line about what follows it", "start": 38}, "numbers": [], "speaker": {"end": 30, "text": "Your columnist", "start": 16}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "names, a prediction"}, {"id": "d-2f3aea3132f817e5/1#2", "cue": {"end": 237, "text": "said", "start": 233}, "via": [], "mode": "prediction", "more": [], "dates": [], "worth": 250, "content": {"end": 363, "text": "that his political end will not be orderly or negotiated, and a succession without a name in the envelope rather supports him", "start": 238}, "numbers": [], "speaker": {"end": 232, "text": "Your columnist", "start": 218}, "evidence": [{"end": 269, "text": "not", "start": 266}], "polarity": "negative", "certainty": "certain", "worthReason": "a prediction"}, {"id": "d-2f3aea3132f817e5/1#3", "via": [], "mode": "conditional", "more": [], "dates": [], "worth": 150, "content": {"end": 696, "text": "If it does not, the most likely heir to one strong man is another one, and the column''s readers should be told so", "start": 583}, "numbers": [], "evidence": [{"end": 597, "text": "not", "start": 594}, {"end": 614, "text": "likely", "start": 608}, {"end": 685, "text": "should", "start": 679}], "polarity": "negative", "certainty": "underspecified", "worthReason": "depends on a condition"}, {"id": "d-2f3aea3132f817e5/1#4", "cue": {"end": 715, "text": "should be glad", "start": 701}, "via": [], "mode": "opinion", "more": [], "dates": [], "worth": 50, "content": {"end": 748, "text": "to see the matter taken up again", "start": 716}, "numbers": [], "speaker": {"end": 700, "text": "I", "start": 699}, "evidence": [{"end": 707, "text": "should", "start": 701}], "polarity": "positive", "certainty": "probable", "worthReason": "an opinion"}], "revision": 1, "extractor": "rules@2", "documentId": "d-2f3aea3132f817e5", "publishedAt": "2026-01-16T09:15:00+00:00"}', NULL, 'claims_extracted', '2026-11-21 21:45:54.186216+00', '*DEFAULT*', 'Dateline.Documents.ClaimsExtracted, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ad6c-72d9-ad86-35584c0a0135', NULL, 'bot:rules@2', false),
	(8, '01a20012-b09e-7cf7-8a01-cdd14c3f8e16', 'source/harbour-wire', 1, '{"name": "Harbour Wire", "sourceId": "harbour-wire"}', NULL, 'source_registered', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Sources.SourceRegistered, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae15-7748-b1ea-fb56b1f5ac59', NULL, 'system', false),
	(9, '01a20012-b09e-745a-9a43-390edcde40cc', 'document/d-4a8e288e7ec8cf30', 2, '{"mentions": [{"id": "d-4a8e288e7ec8cf30/1#1", "cue": {"end": 62, "text": "attacked", "start": 54}, "via": [], "mode": "opinion", "more": [], "dates": [{"to": "2026-02-28", "end": 94, "from": "2026-02-28", "text": "Saturday", "start": 86}], "worth": 400, "content": {"end": 118, "text": "500 targets in Iran on Saturday, Israel''s military said", "start": 63}, "numbers": [{"end": 74, "text": "500 targets", "unit": "targets", "bound": "exactly", "start": 63, "value": "500"}], "speaker": {"end": 53, "text": "200 fighter jets", "start": 37}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a number, a date, names, an opinion"}, {"id": "d-4a8e288e7ec8cf30/1#2", "cue": {"end": 127, "text": "calling", "start": 120}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 400, "content": {"end": 199, "text": "it the largest attack that the country''s air force has ever carried out", "start": 128}, "numbers": [], "speaker": {"end": 53, "text": "200 fighter jets", "start": 37}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a grave matter"}, {"id": "d-4a8e288e7ec8cf30/1#3", "cue": {"end": 219, "text": "said", "start": 215}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 420, "content": {"end": 289, "text": "that its aircraft had acted together with forces of the United States", "start": 220}, "numbers": [], "speaker": {"end": 214, "text": "The military", "start": 202}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "names"}, {"id": "d-4a8e288e7ec8cf30/1#4", "cue": {"end": 424, "text": "said", "start": 420}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 460, "content": {"end": 536, "text": "that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action", "start": 425}, "numbers": [], "speaker": {"end": 419, "text": "administration official", "start": 396}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a grave matter, a name"}, {"id": "d-4a8e288e7ec8cf30/1#5", "cue": {"end": 603, "text": "did not describe", "start": 587}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 150, "content": {"end": 618, "text": "the indicators", "start": 604}, "numbers": [], "speaker": {"end": 550, "text": "The official", "start": 538}, "evidence": [{"end": 594, "text": "not", "start": 591}], "polarity": "positive", "certainty": "underspecified", "worthReason": "very short"}, {"id": "d-4a8e288e7ec8cf30/1#6", "cue": {"end": 633, "text": "According to", "start": 621}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 460, "content": {"end": 715, "text": "the attack came by day because Iranian leaders were meeting", "start": 656}, "numbers": [], "speaker": {"end": 654, "text": "unattributed reports", "start": 634}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a grave matter, a name"}, {"id": "d-4a8e288e7ec8cf30/1#7", "cue": {"end": 743, "text": "declined", "start": 735}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 300, "content": {"end": 768, "text": "to comment on the timing", "start": 744}, "numbers": [], "speaker": {"end": 734, "text": "Israel''s military", "start": 717}, "evidence": [{"end": 743, "text": "declined", "start": 735}], "polarity": "negative", "certainty": "certain", "worthReason": "a plain assertion"}, {"id": "d-4a8e288e7ec8cf30/1#8", "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 520, "content": {"end": 860, "text": "Hours before, a deal in the talks between Tehran and Washington had reportedly been close", "start": 771}, "numbers": [], "evidence": [{"end": 849, "text": "reportedly", "start": 839}], "polarity": "positive", "certainty": "underspecified", "worthReason": "a grave matter, names"}], "revision": 1, "extractor": "rules@2", "documentId": "d-4a8e288e7ec8cf30", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claims_extracted', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Documents.ClaimsExtracted, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae15-7748-b1ea-fb56b1f5ac59', NULL, 'bot:rules@2', false),
	(10, '01a20012-b0aa-7a83-93e8-efbbdd8dd7da', 'source/quayside-gazette', 1, '{"name": "Quayside Gazette", "sourceId": "quayside-gazette"}', NULL, 'source_registered', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Sources.SourceRegistered, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae26-7dba-9ba7-8b1a9695070f', NULL, 'system', false),
	(11, '01a20012-b0aa-7885-8e9a-26cbafafac36', 'document/d-83a1f6d18fb3d7ad', 2, '{"mentions": [{"id": "d-83a1f6d18fb3d7ad/1#1", "cue": {"end": 62, "text": "attacked", "start": 54}, "via": [], "mode": "opinion", "more": [], "dates": [{"to": "2026-02-28", "end": 94, "from": "2026-02-28", "text": "Saturday", "start": 86}], "worth": 400, "content": {"end": 118, "text": "500 targets in Iran on Saturday, Israel''s military said", "start": 63}, "numbers": [{"end": 74, "text": "500 targets", "unit": "targets", "bound": "exactly", "start": 63, "value": "500"}], "speaker": {"end": 53, "text": "200 fighter jets", "start": 37}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a number, a date, names, an opinion"}, {"id": "d-83a1f6d18fb3d7ad/1#2", "cue": {"end": 127, "text": "calling", "start": 120}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 400, "content": {"end": 199, "text": "it the largest attack that the country''s air force has ever carried out", "start": 128}, "numbers": [], "speaker": {"end": 53, "text": "200 fighter jets", "start": 37}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a grave matter"}, {"id": "d-83a1f6d18fb3d7ad/1#3", "cue": {"end": 219, "text": "said", "start": 215}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 420, "content": {"end": 289, "text": "that its aircraft had acted together with forces of the United States", "start": 220}, "numbers": [], "speaker": {"end": 214, "text": "The military", "start": 202}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "names"}, {"id": "d-83a1f6d18fb3d7ad/1#4", "cue": {"end": 378, "text": "said", "start": 374}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 460, "content": {"end": 490, "text": "that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action", "start": 379}, "numbers": [], "speaker": {"end": 373, "text": "administration official", "start": 350}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a grave matter, a name"}, {"id": "d-83a1f6d18fb3d7ad/1#5", "cue": {"end": 557, "text": "did not describe", "start": 541}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 150, "content": {"end": 572, "text": "the indicators", "start": 558}, "numbers": [], "speaker": {"end": 504, "text": "The official", "start": 492}, "evidence": [{"end": 548, "text": "not", "start": 545}], "polarity": "positive", "certainty": "underspecified", "worthReason": "very short"}, {"id": "d-83a1f6d18fb3d7ad/1#6", "cue": {"end": 587, "text": "According to", "start": 575}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 460, "content": {"end": 669, "text": "the attack came by day because Iranian leaders were meeting", "start": 610}, "numbers": [], "speaker": {"end": 608, "text": "unattributed reports", "start": 588}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a grave matter, a name"}, {"id": "d-83a1f6d18fb3d7ad/1#7", "cue": {"end": 697, "text": "declined", "start": 689}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 300, "content": {"end": 722, "text": "to comment on the timing", "start": 698}, "numbers": [], "speaker": {"end": 688, "text": "Israel''s military", "start": 671}, "evidence": [{"end": 697, "text": "declined", "start": 689}], "polarity": "negative", "certainty": "certain", "worthReason": "a plain assertion"}, {"id": "d-83a1f6d18fb3d7ad/1#8", "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 520, "content": {"end": 814, "text": "Hours before, a deal in the talks between Tehran and Washington had reportedly been close", "start": 725}, "numbers": [], "evidence": [{"end": 803, "text": "reportedly", "start": 793}], "polarity": "positive", "certainty": "underspecified", "worthReason": "a grave matter, names"}], "revision": 1, "extractor": "rules@2", "documentId": "d-83a1f6d18fb3d7ad", "publishedAt": "2026-02-28T13:40:00+00:00"}', NULL, 'claims_extracted', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Documents.ClaimsExtracted, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae26-7dba-9ba7-8b1a9695070f', NULL, 'bot:rules@2', false),
	(12, '01a20012-b0aa-70ed-b632-39ba59ef7ef7', 'source/northgate-broadcasting', 1, '{"name": "Northgate Broadcasting", "sourceId": "northgate-broadcasting"}', NULL, 'source_registered', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Sources.SourceRegistered, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae3b-7fad-9710-95aa76473677', NULL, 'system', false),
	(13, '01a20012-b0aa-7a90-9088-241d7e7145de', 'document/d-b347bc46248e63c0', 2, '{"mentions": [{"id": "d-b347bc46248e63c0/1#1", "cue": {"end": 102, "text": "said", "start": 98}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 620, "content": {"end": 71, "text": "Ali Khamenei was killed in Israeli-US strikes on his compound in Tehran", "start": 0}, "numbers": [], "speaker": {"end": 97, "text": "Iranian state television", "start": 73}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "grave matters, names"}, {"id": "d-b347bc46248e63c0/1#2", "via": [], "mode": "assertion", "more": [], "dates": [{"to": "1989-12-31", "end": 151, "from": "1989-01-01", "text": "1989", "start": 147}], "worth": 380, "content": {"end": 151, "text": "He had been in power since 1989", "start": 120}, "numbers": [], "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a date"}, {"id": "d-b347bc46248e63c0/1#3", "cue": {"end": 182, "text": "did not say", "start": 171}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 300, "content": {"end": 216, "text": "who else had been in the compound", "start": 183}, "numbers": [], "speaker": {"end": 170, "text": "State television", "start": 154}, "evidence": [{"end": 178, "text": "not", "start": 175}], "polarity": "positive", "certainty": "underspecified", "worthReason": "a plain assertion"}, {"id": "d-b347bc46248e63c0/1#4", "cue": {"end": 275, "text": "also did not say", "start": 259}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 360, "content": {"end": 309, "text": "who is acting in Khamenei''s place", "start": 276}, "numbers": [], "speaker": {"end": 258, "text": "It", "start": 256}, "evidence": [{"end": 271, "text": "not", "start": 268}], "polarity": "positive", "certainty": "underspecified", "worthReason": "a name"}, {"id": "d-b347bc46248e63c0/1#5", "cue": {"end": 472, "text": "announced", "start": 463}, "via": [], "mode": "assertion", "more": [], "dates": [{"to": "2026-02-28", "end": 501, "from": "2026-02-28", "text": "Saturday", "start": 493}], "worth": 440, "content": {"end": 525, "text": "Khamenei''s death on Saturday without giving a source", "start": 473}, "numbers": [], "speaker": {"end": 462, "text": "President Donald Trump", "start": 440}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a date, a name"}, {"id": "d-b347bc46248e63c0/1#6", "cue": {"end": 584, "text": "predicted", "start": 575}, "via": [], "mode": "prediction", "more": [], "dates": [], "worth": 310, "content": {"end": 649, "text": "that Khamenei''s political end would not be orderly or negotiated", "start": 585}, "numbers": [], "speaker": {"end": 574, "text": "the Tidewater Review", "start": 554}, "evidence": [{"end": 624, "text": "not", "start": 621}], "polarity": "negative", "certainty": "probable", "worthReason": "a name, a prediction"}], "revision": 1, "extractor": "rules@2", "documentId": "d-b347bc46248e63c0", "publishedAt": "2026-03-01T04:30:00+00:00"}', NULL, 'claims_extracted', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Documents.ClaimsExtracted, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae3b-7fad-9710-95aa76473677', NULL, 'bot:rules@2', false),
	(14, '01a20012-b0aa-727b-92ae-91b6da57b4b2', 'document/d-2c703d2838eac1e9', 2, '{"mentions": [{"id": "d-2c703d2838eac1e9/1#1", "cue": {"end": 51, "text": "plans", "start": 46}, "via": [], "mode": "promise", "more": [], "dates": [{"to": "2026-03-08", "end": 141, "from": "2026-03-08", "text": "Sunday", "start": 135}], "worth": 550, "content": {"end": 141, "text": "an escalating series of strikes on Iran with off-ramps in between, CNN reported on Sunday", "start": 52}, "numbers": [], "speaker": {"end": 45, "text": "The United States", "start": 28}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a date, a grave matter, names, a promise"}, {"id": "d-2c703d2838eac1e9/1#2", "cue": {"end": 149, "text": "citing", "start": 143}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 300, "content": {"end": 170, "text": "a senior US official", "start": 150}, "numbers": [], "speaker": {"end": 45, "text": "The United States", "start": 28}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a plain assertion"}, {"id": "d-2c703d2838eac1e9/1#3", "cue": {"end": 249, "text": "said", "start": 245}, "via": [], "mode": "prediction", "more": [], "dates": [], "worth": 400, "content": {"end": 230, "text": "Each round would last one to two days, followed by a pause", "start": 172}, "numbers": [{"end": 209, "text": "two days", "unit": "days", "bound": "exactly", "start": 201, "value": "2"}], "speaker": {"end": 244, "text": "the official", "start": 232}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a number, a prediction"}, {"id": "d-2c703d2838eac1e9/1#4", "cue": {"end": 336, "text": "according to", "start": 324}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 360, "content": {"end": 322, "text": "The pauses are meant to give Tehran a chance to come back to the talks", "start": 252}, "numbers": [], "speaker": {"end": 349, "text": "the official", "start": 337}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a name"}, {"id": "d-2c703d2838eac1e9/1#5", "cue": {"end": 454, "text": "reported", "start": 446}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 400, "content": {"end": 434, "text": "US missile stocks are being depleted", "start": 398}, "numbers": [], "speaker": {"end": 445, "text": "Bloomberg", "start": 436}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a grave matter"}, {"id": "d-2c703d2838eac1e9/1#6", "cue": {"end": 487, "text": "did not comment on", "start": 469}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 150, "content": {"end": 498, "text": "the report", "start": 488}, "numbers": [], "speaker": {"end": 468, "text": "The Pentagon", "start": 456}, "evidence": [{"end": 476, "text": "not", "start": 473}], "polarity": "positive", "certainty": "underspecified", "worthReason": "very short"}, {"id": "d-2c703d2838eac1e9/1#7", "cue": {"end": 562, "text": "according to", "start": 550}, "via": [], "mode": "assertion", "more": [], "dates": [{"to": "2026-02-23", "end": 548, "from": "2026-02-23", "text": "Monday", "start": 542}], "worth": 500, "content": {"end": 548, "text": "The United States may use B-2 bombers on Monday", "start": 501}, "numbers": [], "speaker": {"end": 582, "text": "unconfirmed reports", "start": 563}, "evidence": [{"end": 522, "text": "may", "start": 519}, {"end": 574, "text": "unconfirmed", "start": 563}], "polarity": "positive", "certainty": "underspecified", "worthReason": "a date, names"}, {"id": "d-2c703d2838eac1e9/1#8", "via": [], "mode": "assertion", "more": [], "dates": [{"to": "2026-02-28", "end": 659, "from": "2026-02-28", "text": "Saturday", "start": 651}], "worth": 500, "content": {"end": 659, "text": "None has been seen over Iran so far, one newsletter writer said on Saturday", "start": 584}, "numbers": [], "evidence": [{"end": 588, "text": "None", "start": 584}], "polarity": "negative", "certainty": "certain", "worthReason": "a date, names"}, {"id": "d-2c703d2838eac1e9/1#9", "cue": {"end": 673, "text": ":", "start": 672}, "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 450, "content": {"end": 756, "text": "An earlier version of this report said that each round would last one to two weeks", "start": 674}, "numbers": [{"end": 756, "text": "two weeks", "unit": "weeks", "bound": "exactly", "start": 747, "value": "2"}], "speaker": {"end": 672, "text": "CORRECTION", "start": 662}, "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a number"}, {"id": "d-2c703d2838eac1e9/1#10", "via": [], "mode": "assertion", "more": [], "dates": [], "worth": 510, "content": {"end": 805, "text": "According to CNN''s report it is one to two days", "start": 758}, "numbers": [{"end": 805, "text": "two days", "unit": "days", "bound": "exactly", "start": 797, "value": "2"}], "evidence": [], "polarity": "positive", "certainty": "certain", "worthReason": "a number, a name"}], "revision": 1, "extractor": "rules@2", "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claims_extracted', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Documents.ClaimsExtracted, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-ae57-7b89-836f-9b11d50a8e1b', NULL, 'bot:rules@2', false),
	(15, '01a20012-b0aa-7f08-8e40-928adb09ea15', 'story/s-b81ed86b2429', 1, '{"title": "Letter: who comes after?", "storyId": "s-b81ed86b2429", "publishedAt": "2026-01-16T09:15:00+00:00"}', NULL, 'story_opened', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Stories.StoryOpened, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a', NULL, 'bot:desk@1', false),
	(16, '01a20012-b0bb-77f9-a202-5f3d9bbb713d', 'story/s-b81ed86b2429', 2, '{"score": 0, "title": "Letter: who comes after?", "origin": "source:tidewater-review", "because": "No held document shares a telling word with it.", "storyId": "s-b81ed86b2429", "sourceId": "tidewater-review", "documentId": "d-2f3aea3132f817e5", "publishedAt": "2026-01-16T09:15:00+00:00"}', NULL, 'document_filed', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Stories.DocumentFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a', NULL, 'bot:desk@1', false),
	(17, '01a20012-b0bd-7141-96cf-b6f8e5b87b73', 'claim/c-c7fefb9c00f6', 1, '{"mode": "prediction", "text": "at length about how the rule of Ali Khamenei will end, and in one line about what follows it", "claimId": "c-c7fefb9c00f6", "publishedAt": "2026-01-16T09:15:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a', NULL, 'bot:desk@1', false),
	(18, '01a20012-b0c1-7a39-b6da-c0fd15c1fe48', 'claim/c-c7fefb9c00f6', 2, '{"cue": "writes", "via": [], "quote": "at length about how the rule of Ali Khamenei will end, and in one line about what follows it", "score": 1000, "origin": "source:tidewater-review", "because": "No known claim of this story says the same.", "claimId": "c-c7fefb9c00f6", "speaker": "Your columnist", "polarity": "positive", "revision": 1, "sourceId": "tidewater-review", "certainty": "certain", "mentionId": "d-2f3aea3132f817e5/1#1", "documentId": "d-2f3aea3132f817e5", "publishedAt": "2026-01-16T09:15:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a', NULL, 'bot:desk@1', false),
	(19, '01a20012-b0c7-73b7-9c92-b575ac46d9f2', 'claim/c-745ce6e72555', 1, '{"mode": "prediction", "text": "that his political end will not be orderly or negotiated, and a succession without a name in the envelope rather supports him", "claimId": "c-745ce6e72555", "publishedAt": "2026-01-16T09:15:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a', NULL, 'bot:desk@1', false),
	(20, '01a20012-b0c7-77c1-877d-693b86d095d6', 'claim/c-745ce6e72555', 2, '{"cue": "said", "via": [], "quote": "that his political end will not be orderly or negotiated, and a succession without a name in the envelope rather supports him", "score": 1000, "origin": "source:tidewater-review", "because": "No known claim of this story says the same.", "claimId": "c-745ce6e72555", "speaker": "Your columnist", "polarity": "negative", "revision": 1, "sourceId": "tidewater-review", "certainty": "certain", "mentionId": "d-2f3aea3132f817e5/1#2", "documentId": "d-2f3aea3132f817e5", "publishedAt": "2026-01-16T09:15:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a', NULL, 'bot:desk@1', false),
	(21, '01a20012-b0c7-7049-9163-97a8ab32a37c', 'document/d-2f3aea3132f817e5', 3, '{"origin": "source:tidewater-review", "storyId": "s-b81ed86b2429", "mentions": [{"origin": "source:tidewater-review", "claimId": "c-c7fefb9c00f6", "mentionId": "d-2f3aea3132f817e5/1#1"}, {"origin": "source:tidewater-review", "claimId": "c-745ce6e72555", "mentionId": "d-2f3aea3132f817e5/1#2"}], "revision": 1, "documentId": "d-2f3aea3132f817e5", "publishedAt": "2026-01-16T09:15:00+00:00"}', NULL, 'mentions_filed', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', 'Dateline.Documents.MentionsFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-aeb7-7b16-b704-1a8ea9a00e8a', NULL, 'bot:desk@1', false),
	(22, '01a20012-b15f-7f1e-ba81-68cb29908315', 'story/s-38867666d159', 1, '{"title": "Israel''s military says 200 jets hit 500 targets in Iran, its largest attack ever", "storyId": "s-38867666d159", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'story_opened', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Stories.StoryOpened, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(23, '01a20012-b15f-7703-a69f-996f04a51da5', 'story/s-38867666d159', 2, '{"score": 132, "title": "Israel''s military says 200 jets hit 500 targets in Iran, its largest attack ever", "origin": "source:harbour-wire", "because": "No held story is near enough.", "storyId": "s-38867666d159", "sourceId": "harbour-wire", "documentId": "d-4a8e288e7ec8cf30", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'document_filed', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Stories.DocumentFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(24, '01a20012-b15f-7aaa-8d14-b1b6b359ca79', 'claim/c-7dcf06ad6435', 1, '{"mode": "assertion", "text": "it the largest attack that the country''s air force has ever carried out", "claimId": "c-7dcf06ad6435", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(25, '01a20012-b15f-72f3-abf9-7dcbe1de2d02', 'claim/c-7dcf06ad6435', 2, '{"cue": "calling", "via": [], "quote": "it the largest attack that the country''s air force has ever carried out", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-7dcf06ad6435", "speaker": "200 fighter jets", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-4a8e288e7ec8cf30/1#2", "documentId": "d-4a8e288e7ec8cf30", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(26, '01a20012-b15f-7066-9969-185e4e6f5253', 'claim/c-642c63156203', 1, '{"mode": "assertion", "text": "that its aircraft had acted together with forces of the United States", "claimId": "c-642c63156203", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(27, '01a20012-b15f-7808-94ae-c0f928765a91', 'claim/c-642c63156203', 2, '{"cue": "said", "via": [], "quote": "that its aircraft had acted together with forces of the United States", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-642c63156203", "speaker": "The military", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-4a8e288e7ec8cf30/1#3", "documentId": "d-4a8e288e7ec8cf30", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(28, '01a20012-b15f-7791-944f-4c3937c3c85b', 'claim/c-a0b45626e2cf', 1, '{"mode": "assertion", "text": "that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action", "claimId": "c-a0b45626e2cf", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(29, '01a20012-b15f-7c4f-a7e9-89edad0619d9', 'claim/c-a0b45626e2cf', 2, '{"cue": "said", "via": [], "quote": "that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-a0b45626e2cf", "speaker": "administration official", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-4a8e288e7ec8cf30/1#4", "documentId": "d-4a8e288e7ec8cf30", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(30, '01a20012-b15f-7932-90eb-f7b85fa58d2a', 'claim/c-35cd07d6583a', 1, '{"mode": "assertion", "text": "the attack came by day because Iranian leaders were meeting", "claimId": "c-35cd07d6583a", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(31, '01a20012-b15f-7e9b-86ba-96ee2ed45709', 'claim/c-35cd07d6583a', 2, '{"cue": "According to", "via": [], "quote": "the attack came by day because Iranian leaders were meeting", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-35cd07d6583a", "speaker": "unattributed reports", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-4a8e288e7ec8cf30/1#6", "documentId": "d-4a8e288e7ec8cf30", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(32, '01a20012-b15f-7a96-b1eb-7482e06ca414', 'claim/c-4672e8175223', 1, '{"mode": "assertion", "text": "Hours before, a deal in the talks between Tehran and Washington had reportedly been close", "claimId": "c-4672e8175223", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(33, '01a20012-b15f-7d65-8b8a-34c51ce9bef7', 'claim/c-4672e8175223', 2, '{"via": [], "quote": "Hours before, a deal in the talks between Tehran and Washington had reportedly been close", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-4672e8175223", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "underspecified", "mentionId": "d-4a8e288e7ec8cf30/1#8", "documentId": "d-4a8e288e7ec8cf30", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(34, '01a20012-b15f-7186-bcad-bfc57394762e', 'document/d-4a8e288e7ec8cf30', 3, '{"origin": "source:harbour-wire", "storyId": "s-38867666d159", "mentions": [{"origin": "source:harbour-wire", "claimId": "c-7dcf06ad6435", "mentionId": "d-4a8e288e7ec8cf30/1#2"}, {"origin": "source:harbour-wire", "claimId": "c-642c63156203", "mentionId": "d-4a8e288e7ec8cf30/1#3"}, {"origin": "source:harbour-wire", "claimId": "c-a0b45626e2cf", "mentionId": "d-4a8e288e7ec8cf30/1#4"}, {"origin": "source:harbour-wire", "claimId": "c-35cd07d6583a", "mentionId": "d-4a8e288e7ec8cf30/1#6"}, {"origin": "source:harbour-wire", "claimId": "c-4672e8175223", "mentionId": "d-4a8e288e7ec8cf30/1#8"}], "revision": 1, "documentId": "d-4a8e288e7ec8cf30", "publishedAt": "2026-02-28T13:05:00+00:00"}', NULL, 'mentions_filed', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Documents.MentionsFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b09e-745a-9a43-390edcde40cc', NULL, 'bot:desk@1', false),
	(35, '01a20012-b15f-7663-8fa7-c57abc881508', 'story/s-38867666d159', 3, '{"score": 992, "title": "Israel says 200 jets hit 500 targets in Iran", "origin": "source:harbour-wire", "because": "It shares 63 telling words with the story''s nearest document, at 992 of 1000; the story holds 1.", "storyId": "s-38867666d159", "sourceId": "quayside-gazette", "documentId": "d-83a1f6d18fb3d7ad", "publishedAt": "2026-02-28T13:40:00+00:00"}', NULL, 'document_filed', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Stories.DocumentFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36', NULL, 'bot:desk@1', false),
	(36, '01a20012-b15f-7262-91df-50c8a7619b1b', 'claim/c-7dcf06ad6435', 3, '{"cue": "calling", "via": [], "quote": "it the largest attack that the country''s air force has ever carried out", "score": 1000, "origin": "source:harbour-wire", "because": "The subjects share 100 % of their information.", "claimId": "c-7dcf06ad6435", "speaker": "200 fighter jets", "polarity": "positive", "revision": 1, "sourceId": "quayside-gazette", "certainty": "certain", "mentionId": "d-83a1f6d18fb3d7ad/1#2", "documentId": "d-83a1f6d18fb3d7ad", "publishedAt": "2026-02-28T13:40:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36', NULL, 'bot:desk@1', false),
	(37, '01a20012-b15f-744f-89ac-0dd0de128c79', 'claim/c-642c63156203', 3, '{"cue": "said", "via": [], "quote": "that its aircraft had acted together with forces of the United States", "score": 1000, "origin": "source:harbour-wire", "because": "The subjects share 100 % of their information.", "claimId": "c-642c63156203", "speaker": "The military", "polarity": "positive", "revision": 1, "sourceId": "quayside-gazette", "certainty": "certain", "mentionId": "d-83a1f6d18fb3d7ad/1#3", "documentId": "d-83a1f6d18fb3d7ad", "publishedAt": "2026-02-28T13:40:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36', NULL, 'bot:desk@1', false),
	(38, '01a20012-b15f-7dca-89fd-6bc1cb7f08ae', 'claim/c-a0b45626e2cf', 3, '{"cue": "said", "via": [], "quote": "that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action", "score": 1000, "origin": "source:harbour-wire", "because": "The subjects share 100 % of their information.", "claimId": "c-a0b45626e2cf", "speaker": "administration official", "polarity": "positive", "revision": 1, "sourceId": "quayside-gazette", "certainty": "certain", "mentionId": "d-83a1f6d18fb3d7ad/1#4", "documentId": "d-83a1f6d18fb3d7ad", "publishedAt": "2026-02-28T13:40:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36', NULL, 'bot:desk@1', false),
	(39, '01a20012-b15f-7ec6-8444-603d4267d139', 'claim/c-35cd07d6583a', 3, '{"cue": "According to", "via": [], "quote": "the attack came by day because Iranian leaders were meeting", "score": 1000, "origin": "source:harbour-wire", "because": "The subjects share 100 % of their information.", "claimId": "c-35cd07d6583a", "speaker": "unattributed reports", "polarity": "positive", "revision": 1, "sourceId": "quayside-gazette", "certainty": "certain", "mentionId": "d-83a1f6d18fb3d7ad/1#6", "documentId": "d-83a1f6d18fb3d7ad", "publishedAt": "2026-02-28T13:40:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36', NULL, 'bot:desk@1', false),
	(40, '01a20012-b15f-7b56-9e02-f11eadbcfaec', 'claim/c-4672e8175223', 3, '{"via": [], "quote": "Hours before, a deal in the talks between Tehran and Washington had reportedly been close", "score": 1000, "origin": "source:harbour-wire", "because": "The subjects share 100 % of their information.", "claimId": "c-4672e8175223", "polarity": "positive", "revision": 1, "sourceId": "quayside-gazette", "certainty": "underspecified", "mentionId": "d-83a1f6d18fb3d7ad/1#8", "documentId": "d-83a1f6d18fb3d7ad", "publishedAt": "2026-02-28T13:40:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36', NULL, 'bot:desk@1', false),
	(41, '01a20012-b15f-7a16-b9b5-a33a4cbc9a8e', 'document/d-83a1f6d18fb3d7ad', 3, '{"origin": "source:harbour-wire", "storyId": "s-38867666d159", "mentions": [{"origin": "source:harbour-wire", "claimId": "c-7dcf06ad6435", "mentionId": "d-83a1f6d18fb3d7ad/1#2"}, {"origin": "source:harbour-wire", "claimId": "c-642c63156203", "mentionId": "d-83a1f6d18fb3d7ad/1#3"}, {"origin": "source:harbour-wire", "claimId": "c-a0b45626e2cf", "mentionId": "d-83a1f6d18fb3d7ad/1#4"}, {"origin": "source:harbour-wire", "claimId": "c-35cd07d6583a", "mentionId": "d-83a1f6d18fb3d7ad/1#6"}, {"origin": "source:harbour-wire", "claimId": "c-4672e8175223", "mentionId": "d-83a1f6d18fb3d7ad/1#8"}], "revision": 1, "documentId": "d-83a1f6d18fb3d7ad", "publishedAt": "2026-02-28T13:40:00+00:00"}', NULL, 'mentions_filed', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Documents.MentionsFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7885-8e9a-26cbafafac36', NULL, 'bot:desk@1', false),
	(42, '01a20012-b15f-7a52-b21d-57445a99d2a5', 'story/s-b81ed86b2429', 3, '{"score": 383, "title": "Khamenei killed in strikes on his compound, Iranian state television says", "origin": "source:northgate-broadcasting", "because": "It shares 13 telling words with the story''s nearest document, at 383 of 1000; the story holds 1.", "storyId": "s-b81ed86b2429", "sourceId": "northgate-broadcasting", "documentId": "d-b347bc46248e63c0", "publishedAt": "2026-03-01T04:30:00+00:00"}', NULL, 'document_filed', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Stories.DocumentFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de', NULL, 'bot:desk@1', false),
	(43, '01a20012-b15f-76ed-9392-bedc07db8b9b', 'claim/c-49a86358d467', 1, '{"mode": "assertion", "text": "Ali Khamenei was killed in Israeli-US strikes on his compound in Tehran", "claimId": "c-49a86358d467", "publishedAt": "2026-03-01T04:30:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de', NULL, 'bot:desk@1', false),
	(44, '01a20012-b15f-71d2-954e-08a1267527a3', 'claim/c-49a86358d467', 2, '{"cue": "said", "via": [], "quote": "Ali Khamenei was killed in Israeli-US strikes on his compound in Tehran", "score": 1000, "origin": "source:northgate-broadcasting", "because": "No known claim of this story says the same.", "claimId": "c-49a86358d467", "speaker": "Iranian state television", "polarity": "positive", "revision": 1, "sourceId": "northgate-broadcasting", "certainty": "certain", "mentionId": "d-b347bc46248e63c0/1#1", "documentId": "d-b347bc46248e63c0", "publishedAt": "2026-03-01T04:30:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de', NULL, 'bot:desk@1', false),
	(45, '01a20012-b15f-7d6e-8305-3e9245cc4a2f', 'claim/c-b7913410258d', 1, '{"mode": "assertion", "text": "Khamenei''s death on Saturday without giving a source", "claimId": "c-b7913410258d", "publishedAt": "2026-03-01T04:30:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de', NULL, 'bot:desk@1', false),
	(46, '01a20012-b15f-79d5-b1ae-7bdc8c9005ab', 'claim/c-b7913410258d', 2, '{"cue": "announced", "via": [], "quote": "Khamenei''s death on Saturday without giving a source", "score": 1000, "origin": "source:northgate-broadcasting", "because": "No known claim of this story says the same.", "claimId": "c-b7913410258d", "speaker": "President Donald Trump", "polarity": "positive", "revision": 1, "sourceId": "northgate-broadcasting", "certainty": "certain", "mentionId": "d-b347bc46248e63c0/1#5", "documentId": "d-b347bc46248e63c0", "publishedAt": "2026-03-01T04:30:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de', NULL, 'bot:desk@1', false),
	(47, '01a20012-b15f-7281-874c-9b5587a16b00', 'claim/c-24be5431b06d', 1, '{"mode": "prediction", "text": "that Khamenei''s political end would not be orderly or negotiated", "claimId": "c-24be5431b06d", "publishedAt": "2026-03-01T04:30:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de', NULL, 'bot:desk@1', false),
	(48, '01a20012-b15f-77a0-99f3-d16b5454dc96', 'claim/c-24be5431b06d', 2, '{"cue": "predicted", "via": [], "quote": "that Khamenei''s political end would not be orderly or negotiated", "score": 1000, "origin": "source:northgate-broadcasting", "because": "No known claim of this story says the same.", "claimId": "c-24be5431b06d", "speaker": "the Tidewater Review", "polarity": "negative", "revision": 1, "sourceId": "northgate-broadcasting", "certainty": "probable", "mentionId": "d-b347bc46248e63c0/1#6", "documentId": "d-b347bc46248e63c0", "publishedAt": "2026-03-01T04:30:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de', NULL, 'bot:desk@1', false),
	(49, '01a20012-b15f-7c45-b9d3-f08f8dd6a274', 'document/d-b347bc46248e63c0', 3, '{"origin": "source:northgate-broadcasting", "storyId": "s-b81ed86b2429", "mentions": [{"origin": "source:northgate-broadcasting", "claimId": "c-49a86358d467", "mentionId": "d-b347bc46248e63c0/1#1"}, {"origin": "source:northgate-broadcasting", "claimId": "c-b7913410258d", "mentionId": "d-b347bc46248e63c0/1#5"}, {"origin": "source:northgate-broadcasting", "claimId": "c-24be5431b06d", "mentionId": "d-b347bc46248e63c0/1#6"}], "revision": 1, "documentId": "d-b347bc46248e63c0", "publishedAt": "2026-03-01T04:30:00+00:00"}', NULL, 'mentions_filed', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Documents.MentionsFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-7a90-9088-241d7e7145de', NULL, 'bot:desk@1', false),
	(50, '01a20012-b15f-78c7-a1f1-2384a55caa1a', 'story/s-38867666d159', 4, '{"score": 314, "title": "CORRECTED: US plans rounds of strikes on Iran with pauses between them, CNN reports", "origin": "source:harbour-wire", "because": "It shares 20 telling words with the story''s nearest document, at 315 of 1000; the story holds 2.", "storyId": "s-38867666d159", "sourceId": "harbour-wire", "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'document_filed', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Stories.DocumentFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(51, '01a20012-b15f-7fec-ab8f-54cae24b9c74', 'claim/c-c401140dd455', 1, '{"mode": "promise", "text": "an escalating series of strikes on Iran with off-ramps in between, CNN reported on Sunday", "dueAt": "2026-03-08", "claimId": "c-c401140dd455", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(52, '01a20012-b15f-753d-ab77-8ac71d1ace4c', 'claim/c-c401140dd455', 2, '{"cue": "plans", "via": [], "quote": "an escalating series of strikes on Iran with off-ramps in between, CNN reported on Sunday", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-c401140dd455", "speaker": "The United States", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-2c703d2838eac1e9/1#1", "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(53, '01a20012-b15f-73df-99b9-cbb1df591080', 'claim/c-ea9a245dd167', 1, '{"mode": "prediction", "text": "Each round would last one to two days, followed by a pause", "claimId": "c-ea9a245dd167", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(54, '01a20012-b15f-7b47-af01-742b5183ff7e', 'claim/c-ea9a245dd167', 2, '{"cue": "said", "via": [], "quote": "Each round would last one to two days, followed by a pause", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-ea9a245dd167", "speaker": "the official", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-2c703d2838eac1e9/1#3", "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(55, '01a20012-b15f-7e0a-b8ae-25045028327f', 'claim/c-bb89d79b773a', 1, '{"mode": "assertion", "text": "The pauses are meant to give Tehran a chance to come back to the talks", "claimId": "c-bb89d79b773a", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(56, '01a20012-b15f-741f-be4d-847c86dfbe27', 'claim/c-bb89d79b773a', 2, '{"cue": "according to", "via": [], "quote": "The pauses are meant to give Tehran a chance to come back to the talks", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-bb89d79b773a", "speaker": "the official", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-2c703d2838eac1e9/1#4", "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(57, '01a20012-b15f-7702-8d2d-eccd9d81b458', 'claim/c-bb657076a1d5', 1, '{"mode": "assertion", "text": "US missile stocks are being depleted", "claimId": "c-bb657076a1d5", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(58, '01a20012-b15f-7efd-842a-504adad61c1a', 'claim/c-bb657076a1d5', 2, '{"cue": "reported", "via": [], "quote": "US missile stocks are being depleted", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-bb657076a1d5", "speaker": "Bloomberg", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-2c703d2838eac1e9/1#5", "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(59, '01a20012-b15f-7a27-a051-90f8659587ac', 'claim/c-5cc217233e00', 1, '{"mode": "assertion", "text": "The United States may use B-2 bombers on Monday", "claimId": "c-5cc217233e00", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(60, '01a20012-b15f-71ec-abbe-3a9a88c1110f', 'claim/c-5cc217233e00', 2, '{"cue": "according to", "via": [], "quote": "The United States may use B-2 bombers on Monday", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-5cc217233e00", "speaker": "unconfirmed reports", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "underspecified", "mentionId": "d-2c703d2838eac1e9/1#7", "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(61, '01a20012-b15f-7d19-b63c-1e006ef4094c', 'claim/c-cdd7db676380', 1, '{"mode": "assertion", "text": "None has been seen over Iran so far, one newsletter writer said on Saturday", "claimId": "c-cdd7db676380", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(62, '01a20012-b15f-7974-8554-1e723b11069f', 'claim/c-cdd7db676380', 2, '{"via": [], "quote": "None has been seen over Iran so far, one newsletter writer said on Saturday", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-cdd7db676380", "polarity": "negative", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-2c703d2838eac1e9/1#8", "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(63, '01a20012-b15f-7185-9d67-f724e6d4e6d1', 'claim/c-9b6094db6862', 1, '{"mode": "assertion", "text": "An earlier version of this report said that each round would last one to two weeks", "claimId": "c-9b6094db6862", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_raised', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimRaised, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(64, '01a20012-b15f-72ab-9e47-5bc8153276a3', 'claim/c-9b6094db6862', 2, '{"cue": ":", "via": [], "quote": "An earlier version of this report said that each round would last one to two weeks", "score": 1000, "origin": "source:harbour-wire", "because": "No known claim of this story says the same.", "claimId": "c-9b6094db6862", "speaker": "CORRECTION", "polarity": "positive", "revision": 1, "sourceId": "harbour-wire", "certainty": "certain", "mentionId": "d-2c703d2838eac1e9/1#9", "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'claim_mentioned', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Claims.ClaimMentioned, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(65, '01a20012-b15f-76ad-96d2-b67a29854944', 'document/d-2c703d2838eac1e9', 3, '{"origin": "source:harbour-wire", "storyId": "s-38867666d159", "mentions": [{"origin": "source:harbour-wire", "claimId": "c-c401140dd455", "mentionId": "d-2c703d2838eac1e9/1#1"}, {"origin": "source:harbour-wire", "claimId": "c-ea9a245dd167", "mentionId": "d-2c703d2838eac1e9/1#3"}, {"origin": "source:harbour-wire", "claimId": "c-bb89d79b773a", "mentionId": "d-2c703d2838eac1e9/1#4"}, {"origin": "source:harbour-wire", "claimId": "c-bb657076a1d5", "mentionId": "d-2c703d2838eac1e9/1#5"}, {"origin": "source:harbour-wire", "claimId": "c-5cc217233e00", "mentionId": "d-2c703d2838eac1e9/1#7"}, {"origin": "source:harbour-wire", "claimId": "c-cdd7db676380", "mentionId": "d-2c703d2838eac1e9/1#8"}, {"origin": "source:harbour-wire", "claimId": "c-9b6094db6862", "mentionId": "d-2c703d2838eac1e9/1#9"}], "revision": 1, "documentId": "d-2c703d2838eac1e9", "publishedAt": "2026-03-01T19:20:00+00:00"}', NULL, 'mentions_filed', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', 'Dateline.Documents.MentionsFiled, Dateline.Core', 'a04e92dd6fbe4da1814c14236a37e536', '01a20012-b0aa-727b-92ae-91b6da57b4b2', NULL, 'bot:desk@1', false),
	(66, '01a20012-e6f9-79e3-8fad-addd660172f7', 'source/harbour-wire', 2, '{"by": "ana", "sourceId": "harbour-wire", "reliability": "B"}', NULL, 'source_rated', '2026-11-21 21:46:08.549713+00', '*DEFAULT*', 'Dateline.Sources.SourceRated, Dateline.Core', '01a20012-e6da-7482-b1d1-02b85b6faaaf', NULL, '{"reason": "Right so far"}', 'ana', false),
	(67, '01a20013-26c2-7291-9f5a-caf6c72cef0f', 'claim/c-c7fefb9c00f6', 3, '{"by": "ana", "rating": "inconclusive", "claimId": "c-c7fefb9c00f6", "evidence": [{"revision": 1, "mentionId": "d-2f3aea3132f817e5/1#1", "documentId": "d-2f3aea3132f817e5"}], "rationale": "Two origins", "verdictId": "v-61d95db3", "confidence": "moderate"}', NULL, 'verdict_proposed', '2026-11-21 21:46:24.888622+00', '*DEFAULT*', 'Dateline.Verdicts.VerdictProposed, Dateline.Core', '01a20013-2699-710d-888f-a0e97e9f8867', NULL, '{"reason": "Two origins"}', 'ana', false),
	(68, '01a20013-2791-7ab3-b5ba-5b533b229d51', 'document/d-2f3aea3132f817e5', 4, '{"claimId": "c-c7fefb9c00f6", "verdictId": "v-61d95db3", "documentId": "d-2f3aea3132f817e5"}', NULL, 'document_cited', '2026-11-21 21:46:25.055969+00', '*DEFAULT*', 'Dateline.Documents.DocumentCited, Dateline.Core', '01a20013-2699-710d-888f-a0e97e9f8867', '01a20013-26c2-7291-9f5a-caf6c72cef0f', NULL, 'system', false),
	(69, '01a20013-2e05-728d-872b-15267d2bf98b', 'claim/c-c7fefb9c00f6', 4, '{"by": "ben", "reason": "I read both", "claimId": "c-c7fefb9c00f6", "verdictId": "v-61d95db3"}', NULL, 'verdict_approved', '2026-11-21 21:46:26.711487+00', '*DEFAULT*', 'Dateline.Verdicts.VerdictApproved, Dateline.Core', '01a20013-2df0-7c91-b62d-5362a80326db', NULL, '{"reason": "I read both"}', 'ben', false);

INSERT INTO dateline.mt_streams VALUES
	('source/tidewater-review', NULL, 1, '2026-11-21 21:45:54.186216+00', '2026-11-21 21:45:54.186216+00', '*DEFAULT*', false),
	('source/quayside-gazette', NULL, 1, '2026-11-21 21:45:54.648418+00', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', false),
	('claim/c-745ce6e72555', NULL, 2, '2026-11-21 21:45:54.648418+00', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', false),
	('source/northgate-broadcasting', NULL, 1, '2026-11-21 21:45:54.648418+00', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', false),
	('claim/c-a0b45626e2cf', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-49a86358d467', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('story/s-b81ed86b2429', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', false),
	('document/d-4a8e288e7ec8cf30', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:53.944024+00', '*DEFAULT*', false),
	('claim/c-ea9a245dd167', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-4672e8175223', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-24be5431b06d', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-cdd7db676380', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('document/d-2c703d2838eac1e9', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.007613+00', '*DEFAULT*', false),
	('claim/c-c401140dd455', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-642c63156203', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-bb657076a1d5', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-9b6094db6862', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('document/d-b347bc46248e63c0', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:53.98051+00', '*DEFAULT*', false),
	('story/s-38867666d159', NULL, 4, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-35cd07d6583a', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-5cc217233e00', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-7dcf06ad6435', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-bb89d79b773a', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('claim/c-b7913410258d', NULL, 2, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', '*DEFAULT*', false),
	('document/d-83a1f6d18fb3d7ad', NULL, 3, '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:53.964343+00', '*DEFAULT*', false),
	('source/harbour-wire', NULL, 2, '2026-11-21 21:46:08.549713+00', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', false),
	('document/d-2f3aea3132f817e5', NULL, 4, '2026-11-21 21:46:25.055969+00', '2026-11-21 21:45:53.84917+00', '*DEFAULT*', false),
	('claim/c-c7fefb9c00f6', NULL, 4, '2026-11-21 21:46:26.711487+00', '2026-11-21 21:45:54.648418+00', '*DEFAULT*', false);

INSERT INTO dateline.originals VALUES
	('cea08bf3351d089ef26d11e05782b6806df8ff9ea199eeec1cd810444a11b695', 'text/plain', '\x2d2d2d0a736f757263653a20546964657761746572205265766965770a75726c3a2068747470733a2f2f7469646577617465722e6578616d706c652f6c6574746572732f77686f2d636f6d65732d61667465720a7469746c653a20224c65747465723a2077686f20636f6d65732061667465723f220a617574686f723a2061207265616465720a7075626c69736865643a20323032362d30312d31365430393a31353a30305a0a6c616e67756167653a20656e0a73616d706c653a202253616d706c652074657874207772697474656e20666f7220446174656c696e652066726f6d207075626c696320636f6d6d656e746172793b206e6f74207265706f7274696e672e220a2d2d2d0a546f2074686520656469746f723a0a0a596f757220636f6c756d6e69737420777269746573206174206c656e6774682061626f757420686f77207468652072756c65206f6620416c69204b68616d656e65692077696c6c20656e642c20616e6420696e206f6e65206c696e652061626f7574207768617420666f6c6c6f77732069742e204920776f756c642068617665206c696b656420697420746865206f746865722077617920726f756e642e0a0a4b68616d656e6569206861732066616d6f75736c79206e616d6564206e6f20737563636573736f722e20596f757220636f6c756d6e697374207361696420746861742068697320706f6c69746963616c20656e642077696c6c206e6f74206265206f726465726c79206f72206e65676f7469617465642c20616e6420612073756363657373696f6e20776974686f75742061206e616d6520696e2074686520656e76656c6f70652072617468657220737570706f7274732068696d2e20427574206120766163616e6379206973206e6f74206120636f6c6c617073652e2054686520617373656d626c79207468617420656c656374732061206c6561646572206578697374732c20616e6420736f20646f20746865206d656e2077686f20776f756c64206c696b6520746f20626520656c65637465642e0a0a446f6573206120726976616c20636c65726963616c2066616374696f6e20657869737420696e204972616e20617420616c6c3f20496620697420646f65732c20697420686173206b6570742072656d61726b61626c792071756965742e20496620697420646f6573206e6f742c20746865206d6f7374206c696b656c79206865697220746f206f6e65207374726f6e67206d616e20697320616e6f74686572206f6e652c20616e642074686520636f6c756d6e277320726561646572732073686f756c6420626520746f6c6420736f2e0a0a492073686f756c6420626520676c616420746f2073656520746865206d61747465722074616b656e20757020616761696e2e0a', '2026-11-21 21:45:53.847145+00'),
	('ecc12c07e4d87c277a29ca00509028af92fd292cc9b7eb67d9c844751bce9277', 'text/markdown', '\x2d2d2d0a736f757263653a20486172626f757220576972650a75726c3a2068747470733a2f2f686172626f7572776972652e6578616d706c652f323032362f30322f32382f69737261656c2d6d696c69746172792d6c6172676573742d61747461636b0a7469746c653a202249737261656c2773206d696c6974617279207361797320323030206a6574732068697420353030207461726765747320696e204972616e2c20697473206c6172676573742061747461636b2065766572220a617574686f723a20486172626f757220576972652073746166660a7075626c69736865643a20323032362d30322d32385431333a30353a30305a0a6c616e67756167653a20656e0a73616d706c653a202253616d706c652074657874207772697474656e20666f7220446174656c696e652066726f6d207075626c696320636f6d6d656e746172793b206e6f74207265706f7274696e672e220a2d2d2d0a0a4a45525553414c454d2028486172626f7572205769726529202d204d6f7265207468616e203230302066696768746572206a6574732061747461636b656420353030207461726765747320696e204972616e206f6e2053617475726461792c2049737261656c2773206d696c697461727920736169642c2063616c6c696e6720697420746865206c6172676573742061747461636b20746861742074686520636f756e74727927732061697220666f7263652068617320657665722063617272696564206f75742e0a0a546865206d696c697461727920736169642074686174206974732061697263726166742068616420616374656420746f676574686572207769746820666f72636573206f662074686520556e69746564205374617465732e2049742067617665206e6f206669677572657320666f72206c6f73736573206f6e2065697468657220736964652c20616e6420486172626f7572205769726520636f756c64206e6f7420636865636b20697473206163636f756e742e0a0a412073656e696f722055532061646d696e697374726174696f6e206f6666696369616c20736169642074686174207468657265207765726520696e64696361746f72732074686174204972616e206d65616e7420746f2075736520697473206d697373696c657320707265656d70746976656c792c206f72206174206f6e636520696e20616e7377657220746f20616e7920616374696f6e2e20546865206f6666696369616c2073706f6b65206f6e20636f6e646974696f6e206f6620616e6f6e796d69747920616e6420646964206e6f742064657363726962652074686520696e64696361746f72732e0a0a4163636f7264696e6720746f20756e61747472696275746564207265706f7274732c207468652061747461636b2063616d65206279206461792062656361757365204972616e69616e206c6561646572732077657265206d656574696e672e2049737261656c2773206d696c6974617279206465636c696e656420746f20636f6d6d656e74206f6e207468652074696d696e672e0a0a486f757273206265666f72652c2061206465616c20696e207468652074616c6b73206265747765656e2054656872616e20616e642057617368696e67746f6e20686164207265706f727465646c79206265656e20636c6f73652e204972616e277320666f726569676e206d696e697374727920646964206e6f7420616e73776572207175657374696f6e732e0a', '2026-11-21 21:45:53.942203+00'),
	('652f542108dfb1c18d85501a892bdf84340dea746fc81d4645488881b32dbd06', 'text/markdown', '\x2d2d2d0a736f757263653a2051756179736964652047617a657474650a75726c3a2068747470733a2f2f71756179736964652e6578616d706c652f776f726c642f69737261656c2d736179732d3230302d6a6574732d6869742d3530302d746172676574730a7469746c653a202249737261656c207361797320323030206a6574732068697420353030207461726765747320696e204972616e220a617574686f723a20486172626f757220576972650a7075626c69736865643a20323032362d30322d32385431333a34303a30305a0a6c616e67756167653a20656e0a73616d706c653a202253616d706c652074657874207772697474656e20666f7220446174656c696e652066726f6d207075626c696320636f6d6d656e746172793b206e6f74207265706f7274696e672e220a2d2d2d0a0a4a45525553414c454d2028486172626f7572205769726529202d204d6f7265207468616e203230302066696768746572206a6574732061747461636b656420353030207461726765747320696e204972616e206f6e2053617475726461792c2049737261656c2773206d696c697461727920736169642c2063616c6c696e6720697420746865206c6172676573742061747461636b20746861742074686520636f756e74727927732061697220666f7263652068617320657665722063617272696564206f75742e0a0a546865206d696c697461727920736169642074686174206974732061697263726166742068616420616374656420746f676574686572207769746820666f72636573206f662074686520556e69746564205374617465732e2049742067617665206e6f206669677572657320666f72206c6f73736573206f6e2065697468657220736964652e0a0a412073656e696f722055532061646d696e697374726174696f6e206f6666696369616c20736169642074686174207468657265207765726520696e64696361746f72732074686174204972616e206d65616e7420746f2075736520697473206d697373696c657320707265656d70746976656c792c206f72206174206f6e636520696e20616e7377657220746f20616e7920616374696f6e2e20546865206f6666696369616c2073706f6b65206f6e20636f6e646974696f6e206f6620616e6f6e796d69747920616e6420646964206e6f742064657363726962652074686520696e64696361746f72732e0a0a4163636f7264696e6720746f20756e61747472696275746564207265706f7274732c207468652061747461636b2063616d65206279206461792062656361757365204972616e69616e206c6561646572732077657265206d656574696e672e2049737261656c2773206d696c6974617279206465636c696e656420746f20636f6d6d656e74206f6e207468652074696d696e672e0a0a486f757273206265666f72652c2061206465616c20696e207468652074616c6b73206265747765656e2054656872616e20616e642057617368696e67746f6e20686164207265706f727465646c79206265656e20636c6f73652e204972616e277320666f726569676e206d696e697374727920646964206e6f7420616e73776572207175657374696f6e732e0a0a54686973207265706f72742077617320737570706c69656420627920486172626f757220576972652e0a', '2026-11-21 21:45:53.96259+00'),
	('7976f1836e520220884cbe9f388321755e0e1cce597cdaa98b678cc3beb68d08', 'text/markdown', '\x2d2d2d0a736f757263653a204e6f727468676174652042726f616463617374696e670a75726c3a2068747470733a2f2f6e6f727468676174652e6578616d706c652f6e6577732f73746174652d74656c65766973696f6e2d636f6e6669726d732d6b68616d656e65692d6b696c6c65640a7469746c653a20224b68616d656e6569206b696c6c656420696e20737472696b6573206f6e2068697320636f6d706f756e642c204972616e69616e2073746174652074656c65766973696f6e2073617973220a617574686f723a204e6f72746867617465206d6f6e69746f72696e670a7075626c69736865643a20323032362d30332d30315430343a33303a30305a0a6c616e67756167653a20656e0a73616d706c653a202253616d706c652074657874207772697474656e20666f7220446174656c696e652066726f6d207075626c696320636f6d6d656e746172793b206e6f74207265706f7274696e672e220a2d2d2d0a0a416c69204b68616d656e656920776173206b696c6c656420696e2049737261656c692d555320737472696b6573206f6e2068697320636f6d706f756e6420696e2054656872616e2c204972616e69616e2073746174652074656c65766973696f6e2073616964206561726c79206f6e2053756e6461792e20486520686164206265656e20696e20706f7765722073696e636520313938392e0a0a53746174652074656c65766973696f6e20646964206e6f74207361792077686f20656c736520686164206265656e20696e2074686520636f6d706f756e642c206163636f7264696e6720746f204e6f727468676174652773207472616e736c6174696f6e2e20497420616c736f20646964206e6f74207361792077686f20697320616374696e6720696e204b68616d656e6569277320706c6163652e0a0a4e6f727468676174652773206d6f6e69746f72696e67207465616d20666f6c6c6f776564207468652062726f61646361737420697473656c662e2049742069732074686520666972737420776f72642066726f6d204972616e206f6e207468652066617465206f66207468652053757072656d65204c65616465722e20555320507265736964656e7420446f6e616c64205472756d7020616e6e6f756e636564204b68616d656e65692773206465617468206f6e20536174757264617920776974686f757420676976696e67206120736f757263652e0a0a496e204a616e75617279206120636f6c756d6e697374206f66207468652054696465776174657220526576696577207072656469637465642074686174204b68616d656e6569277320706f6c69746963616c20656e6420776f756c64206e6f74206265206f726465726c79206f72206e65676f7469617465642e20412072656164657220616e737765726564207468617420686520686164206e616d6564206e6f20737563636573736f722e20486520686164206e6f7420646f6e6520736f20696e207075626c6963206279207468652074696d65206f66206869732064656174682e0a', '2026-11-21 21:45:53.980264+00'),
	('384a7ed8889dd4a55d61bfaed499447ee015e25fb50d3341c5957289ef7e361d', 'text/markdown', '\x2d2d2d0a736f757263653a20486172626f757220576972650a75726c3a2068747470733a2f2f686172626f7572776972652e6578616d706c652f323032362f30332f30312f75732d706c616e732d737472696b65732d776974682d6f66662d72616d70730a7469746c653a2022434f525245435445443a20555320706c616e7320726f756e6473206f6620737472696b6573206f6e204972616e207769746820706175736573206265747765656e207468656d2c20434e4e207265706f727473220a617574686f723a20486172626f757220576972652073746166660a7075626c69736865643a20323032362d30332d30315431393a32303a30305a0a6c616e67756167653a20656e0a726576697365733a2068747470733a2f2f686172626f7572776972652e6578616d706c652f323032362f30332f30312f75732d706c616e732d737472696b65732d776974682d6f66662d72616d70730a6163743a20636f7272656374696f6e0a726561736f6e3a20224561636820726f756e6420697320706c616e6e656420746f206c617374206f6e6520746f2074776f20646179732c206e6f74207765656b732e220a73616d706c653a202253616d706c652074657874207772697474656e20666f7220446174656c696e652066726f6d207075626c696320636f6d6d656e746172793b206e6f74207265706f7274696e672e220a2d2d2d0a0a57415348494e47544f4e2028486172626f7572205769726529202d2054686520556e697465642053746174657320706c616e7320616e20657363616c6174696e6720736572696573206f6620737472696b6573206f6e204972616e2077697468206f66662d72616d707320696e206265747765656e2c20434e4e207265706f72746564206f6e2053756e6461792c20636974696e6720612073656e696f72205553206f6666696369616c2e204561636820726f756e6420776f756c64206c617374206f6e6520746f2074776f20646179732c20666f6c6c6f77656420627920612070617573652c20746865206f6666696369616c20736169642e0a0a5468652070617573657320617265206d65616e7420746f20676976652054656872616e2061206368616e636520746f20636f6d65206261636b20746f207468652074616c6b732c206163636f7264696e6720746f20746865206f6666696369616c2e20497420776173206e6f7420636c65617220686f77206d616e7920726f756e64732061726520706c616e6e65642e0a0a5553206d697373696c652073746f636b7320617265206265696e67206465706c657465642c20426c6f6f6d62657267207265706f727465642e205468652050656e7461676f6e20646964206e6f7420636f6d6d656e74206f6e20746865207265706f72742e0a0a54686520556e6974656420537461746573206d61792075736520422d3220626f6d62657273206f6e204d6f6e6461792c206163636f7264696e6720746f20756e636f6e6669726d6564207265706f7274732e204e6f6e6520686173206265656e207365656e206f766572204972616e20736f206661722c206f6e65206e6577736c6574746572207772697465722073616964206f6e2053617475726461792e0a0a434f5252454354494f4e3a20416e206561726c6965722076657273696f6e206f662074686973207265706f727420736169642074686174206561636820726f756e6420776f756c64206c617374206f6e6520746f2074776f207765656b732e204163636f7264696e6720746f20434e4e2773207265706f7274206974206973206f6e6520746f2074776f20646179732e0a', '2026-11-21 21:45:54.007425+00');

INSERT INTO dateline.revisions VALUES
	('d-2f3aea3132f817e5', 1, 'Letter: who comes after?', '2026-01-16 09:15:00+00', '2026-11-21 21:45:53.84917+00', 1, '0a18e054ff95f0b94e9e85e25eb0fc46e64d30ce816d54272a6e1475c344d029', 'cea08bf3351d089ef26d11e05782b6806df8ff9ea199eeec1cd810444a11b695', 'text', 749),
	('d-4a8e288e7ec8cf30', 1, 'Israel''s military says 200 jets hit 500 targets in Iran, its largest attack ever', '2026-02-28 13:05:00+00', '2026-11-21 21:45:53.944024+00', 2, '0a07ceddc1e2f350b22372f627aa27e5312359432b59e135a114fcc557cc54fa', 'ecc12c07e4d87c277a29ca00509028af92fd292cc9b7eb67d9c844751bce9277', 'markdown', 911),
	('d-83a1f6d18fb3d7ad', 1, 'Israel says 200 jets hit 500 targets in Iran', '2026-02-28 13:40:00+00', '2026-11-21 21:45:53.964343+00', 3, '8666878b6893599eb294eb08919b8ee1e466cab29a7f05e80a27b6ec9a57aa92', '652f542108dfb1c18d85501a892bdf84340dea746fc81d4645488881b32dbd06', 'markdown', 908),
	('d-b347bc46248e63c0', 1, 'Khamenei killed in strikes on his compound, Iranian state television says', '2026-03-01 04:30:00+00', '2026-11-21 21:45:53.98051+00', 4, '9df9a4330028edd78538263870541163cd4d69b9a3ee4a2c3f4641d4101bb891', '7976f1836e520220884cbe9f388321755e0e1cce597cdaa98b678cc3beb68d08', 'markdown', 755),
	('d-2c703d2838eac1e9', 1, 'CORRECTED: US plans rounds of strikes on Iran with pauses between them, CNN reports', '2026-03-01 19:20:00+00', '2026-11-21 21:45:54.007613+00', 5, '888d0b4dd4d56573274aca4645289ec5c11c8aeaf126c284e0dff6647c9637d7', '384a7ed8889dd4a55d61bfaed499447ee015e25fb50d3341c5957289ef7e361d', 'markdown', 806);

INSERT INTO dateline.sources VALUES
	('tidewater-review', 'Tidewater Review', 'F', 1, NULL, NULL, NULL, '2026-11-21 21:45:53.84917+00'),
	('quayside-gazette', 'Quayside Gazette', 'F', 1, NULL, NULL, NULL, '2026-11-21 21:45:53.964343+00'),
	('northgate-broadcasting', 'Northgate Broadcasting', 'F', 1, NULL, NULL, NULL, '2026-11-21 21:45:53.98051+00'),
	('harbour-wire', 'Harbour Wire', 'B', 2, 'ana', 'Right so far', '2026-11-21 21:46:08.549713+00', '2026-11-21 21:45:54.007613+00');

INSERT INTO dateline.status_history VALUES
	(16, 'story', 's-b81ed86b2429', NULL, 'emerging', '{16}', 'One origin reports it: source:tidewater-review.', '2026-11-21 21:45:54.648418+00', '2026-01-16 09:15:00+00'),
	(18, 'claim', 'c-c7fefb9c00f6', NULL, 'open', '{18}', 'A prediction by Your columnist, not judged yet.', '2026-11-21 21:45:54.648418+00', '2026-01-16 09:15:00+00'),
	(20, 'claim', 'c-745ce6e72555', NULL, 'open', '{20}', 'A prediction by Your columnist, not judged yet.', '2026-11-21 21:45:54.648418+00', '2026-01-16 09:15:00+00'),
	(23, 'story', 's-38867666d159', NULL, 'emerging', '{23}', 'One origin reports it: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-02-28 13:05:00+00'),
	(25, 'claim', 'c-7dcf06ad6435', NULL, 'single-origin', '{25}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-02-28 13:05:00+00'),
	(27, 'claim', 'c-642c63156203', NULL, 'single-origin', '{27}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-02-28 13:05:00+00'),
	(29, 'claim', 'c-a0b45626e2cf', NULL, 'single-origin', '{29}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-02-28 13:05:00+00'),
	(31, 'claim', 'c-35cd07d6583a', NULL, 'single-origin', '{31}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-02-28 13:05:00+00'),
	(33, 'claim', 'c-4672e8175223', NULL, 'single-origin', '{33}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-02-28 13:05:00+00'),
	(42, 'story', 's-b81ed86b2429', 'emerging', 'developing', '{16,42}', '2 independent origins report it: source:tidewater-review, source:northgate-broadcasting.', '2026-11-21 21:45:54.784968+00', '2026-03-01 04:30:00+00'),
	(44, 'claim', 'c-49a86358d467', NULL, 'single-origin', '{44}', 'One origin: source:northgate-broadcasting.', '2026-11-21 21:45:54.784968+00', '2026-03-01 04:30:00+00'),
	(46, 'claim', 'c-b7913410258d', NULL, 'single-origin', '{46}', 'One origin: source:northgate-broadcasting.', '2026-11-21 21:45:54.784968+00', '2026-03-01 04:30:00+00'),
	(48, 'claim', 'c-24be5431b06d', NULL, 'open', '{48}', 'A prediction by the Tidewater Review, not judged yet.', '2026-11-21 21:45:54.784968+00', '2026-03-01 04:30:00+00'),
	(52, 'claim', 'c-c401140dd455', NULL, 'open', '{52}', 'A promise by The United States, not judged yet.', '2026-11-21 21:45:54.784968+00', '2026-03-01 19:20:00+00'),
	(54, 'claim', 'c-ea9a245dd167', NULL, 'open', '{54}', 'A prediction by the official, not judged yet.', '2026-11-21 21:45:54.784968+00', '2026-03-01 19:20:00+00'),
	(56, 'claim', 'c-bb89d79b773a', NULL, 'single-origin', '{56}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-03-01 19:20:00+00'),
	(58, 'claim', 'c-bb657076a1d5', NULL, 'single-origin', '{58}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-03-01 19:20:00+00'),
	(60, 'claim', 'c-5cc217233e00', NULL, 'single-origin', '{60}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-03-01 19:20:00+00'),
	(62, 'claim', 'c-cdd7db676380', NULL, 'single-origin', '{62}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-03-01 19:20:00+00'),
	(64, 'claim', 'c-9b6094db6862', NULL, 'single-origin', '{64}', 'One origin: source:harbour-wire.', '2026-11-21 21:45:54.784968+00', '2026-03-01 19:20:00+00'),
	(69, 'claim', 'c-c7fefb9c00f6', 'open', 'inconclusive', '{67,69}', 'ana proposed and ben approved: inconclusive, moderate confidence.', '2026-11-21 21:46:26.711487+00', '2026-11-21 21:46:26.711487+00'),
	(69, 'story', 's-b81ed86b2429', 'developing', 'settled', '{69}', 'Every key claim has a verdict (1).', '2026-11-21 21:46:26.711487+00', '2026-11-21 21:46:26.711487+00');

INSERT INTO dateline.stories VALUES
	('s-38867666d159', 'Israel''s military says 200 jets hit 500 targets in Iran, its largest attack ever', 'emerging', '2026-11-21 21:45:54.784968+00', 23, '{23}', 'One origin reports it: source:harbour-wire.', 3, 12, 5, 0, 0, 0, 0, '{"source:harbour-wire": [3, 23]}', '2026-11-21 21:45:54.784968+00', '2026-11-21 21:45:54.784968+00', NULL, NULL, 0),
	('s-b81ed86b2429', 'Letter: who comes after?', 'settled', '2026-11-21 21:46:26.711487+00', 69, '{69}', 'Every key claim has a verdict (1).', 2, 5, 1, 0, 0, 1, 0, '{"source:tidewater-review": [1, 16], "source:northgate-broadcasting": [1, 42]}', '2026-11-21 21:45:54.648418+00', '2026-11-21 21:46:26.711487+00', NULL, NULL, 0);

INSERT INTO dateline.story_documents VALUES
	('d-2f3aea3132f817e5', 's-b81ed86b2429', 'tidewater-review', 'Letter: who comes after?', 'source:tidewater-review', 0, 'No held document shares a telling word with it.', '2026-01-16 09:15:00+00', 16, NULL),
	('d-2c703d2838eac1e9', 's-38867666d159', 'harbour-wire', 'CORRECTED: US plans rounds of strikes on Iran with pauses between them, CNN reports', 'source:harbour-wire', 314, 'It shares 20 telling words with the story''s nearest document, at 315 of 1000; the story holds 2.', '2026-03-01 19:20:00+00', 50, NULL),
	('d-4a8e288e7ec8cf30', 's-38867666d159', 'harbour-wire', 'Israel''s military says 200 jets hit 500 targets in Iran, its largest attack ever', 'source:harbour-wire', 132, 'No held story is near enough.', '2026-02-28 13:05:00+00', 23, NULL),
	('d-83a1f6d18fb3d7ad', 's-38867666d159', 'quayside-gazette', 'Israel says 200 jets hit 500 targets in Iran', 'source:harbour-wire', 992, 'It shares 63 telling words with the story''s nearest document, at 992 of 1000; the story holds 1.', '2026-02-28 13:40:00+00', 35, NULL),
	('d-b347bc46248e63c0', 's-b81ed86b2429', 'northgate-broadcasting', 'Khamenei killed in strikes on his compound, Iranian state television says', 'source:northgate-broadcasting', 383, 'It shares 13 telling words with the story''s nearest document, at 383 of 1000; the story holds 1.', '2026-03-01 04:30:00+00', 42, NULL);

INSERT INTO dateline.verdict_acts VALUES
	('c-c7fefb9c00f6', 'v-61d95db3', 67, 'proposed', 'ana', 'Two origins', '2026-11-21 21:46:24.888622+00'),
	('c-c7fefb9c00f6', 'v-61d95db3', 69, 'approved', 'ben', 'I read both', '2026-11-21 21:46:26.711487+00');

INSERT INTO dateline.verdicts VALUES
	('c-c7fefb9c00f6', 'v-61d95db3', 'inconclusive', NULL, 'moderate', 'Two origins', '[{"revision": 1, "mentionId": "d-2f3aea3132f817e5/1#1", "documentId": "d-2f3aea3132f817e5"}]', 'ana', 'approved', 'ben', 69, false, false, 67);

SELECT pg_catalog.setval('dateline.key_uses_position_seq', 1, false);

SELECT pg_catalog.setval('dateline.mt_events_sequence', 69, true);

ALTER TABLE ONLY dateline.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dateline.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY dateline.audit_values
    ADD CONSTRAINT audit_values_pkey PRIMARY KEY (subject, field);

ALTER TABLE ONLY dateline.claim_relations
    ADD CONSTRAINT claim_relations_pkey PRIMARY KEY (claim, relation, other);

ALTER TABLE ONLY dateline.claims
    ADD CONSTRAINT claims_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dateline.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (account);

ALTER TABLE ONLY dateline.documents
    ADD CONSTRAINT documents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dateline.followers
    ADD CONSTRAINT followers_pkey PRIMARY KEY (name);

ALTER TABLE ONLY dateline.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (account, key);

ALTER TABLE ONLY dateline.identities
    ADD CONSTRAINT identities_pkey PRIMARY KEY (issuer, subject);

ALTER TABLE ONLY dateline.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (token_sha256);

ALTER TABLE ONLY dateline.key_uses
    ADD CONSTRAINT key_uses_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY dateline.leadership
    ADD CONSTRAINT leadership_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY dateline.mentions
    ADD CONSTRAINT mentions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dateline.originals
    ADD CONSTRAINT originals_pkey PRIMARY KEY (sha256);

ALTER TABLE ONLY dateline.mt_event_progression
    ADD CONSTRAINT pk_mt_event_progression PRIMARY KEY (name);

ALTER TABLE ONLY dateline.mt_events
    ADD CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id);

ALTER TABLE ONLY dateline.mt_high_water_skips
    ADD CONSTRAINT pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence);

ALTER TABLE ONLY dateline.mt_streams
    ADD CONSTRAINT pkey_mt_streams_id PRIMARY KEY (id);

ALTER TABLE ONLY dateline.protection_keys
    ADD CONSTRAINT protection_keys_pkey PRIMARY KEY (name);

ALTER TABLE ONLY dateline.revisions
    ADD CONSTRAINT revisions_pkey PRIMARY KEY (document, number);

ALTER TABLE ONLY dateline.sessions
    ADD CONSTRAINT sessions_id_key UNIQUE (id);

ALTER TABLE ONLY dateline.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_sha256);

ALTER TABLE ONLY dateline.set_aside
    ADD CONSTRAINT set_aside_pkey PRIMARY KEY (follower, "position");

ALTER TABLE ONLY dateline.sources
    ADD CONSTRAINT sources_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dateline.status_history
    ADD CONSTRAINT status_history_pkey PRIMARY KEY (kind, id, "position");

ALTER TABLE ONLY dateline.stories
    ADD CONSTRAINT stories_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dateline.story_documents
    ADD CONSTRAINT story_documents_pkey PRIMARY KEY (document);

ALTER TABLE ONLY dateline.verdict_acts
    ADD CONSTRAINT verdict_acts_pkey PRIMARY KEY (claim, verdict, "position");

ALTER TABLE ONLY dateline.verdicts
    ADD CONSTRAINT verdicts_pkey PRIMARY KEY (claim, id);

CREATE INDEX api_keys_account ON dateline.api_keys USING btree (account);

CREATE INDEX audit_at ON dateline.audit USING btree (at);

CREATE INDEX audit_stream ON dateline.audit USING btree (stream, "position");

CREATE INDEX audit_who ON dateline.audit USING btree (who, "position");

CREATE INDEX claim_relations_other ON dateline.claim_relations USING btree (other);

CREATE INDEX documents_source ON dateline.documents USING btree (source);

CREATE INDEX documents_url ON dateline.documents USING btree (url);

CREATE INDEX idempotency_begun_at ON dateline.idempotency USING btree (begun_at);

CREATE INDEX key_uses_key ON dateline.key_uses USING btree (key, "position");

CREATE INDEX mentions_claim ON dateline.mentions USING btree (claim);

CREATE INDEX mentions_document ON dateline.mentions USING btree (document);

CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON dateline.mt_events USING btree (stream_id, version);

CREATE INDEX sessions_account ON dateline.sessions USING btree (account);

CREATE INDEX stories_last_activity ON dateline.stories USING btree (last_activity DESC, id);

CREATE INDEX story_documents_story ON dateline.story_documents USING btree (story);

ALTER TABLE ONLY dateline.mt_events
    ADD CONSTRAINT fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES dateline.mt_streams(id) ON DELETE CASCADE;

