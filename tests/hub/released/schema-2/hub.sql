CREATE TABLE action_plan (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    offered_on text,
    wish text,
    wish_reason text,
    purpose text,
    effort text,
    duration text,
    other_matters text,
    responsible text,
    review_on text
);
CREATE TABLE answer (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    visit text,
    section text,
    question text,
    text text,
    choice text,
    day text,
    choices text,
    number double precision
);
CREATE TABLE applied_need (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    request text,
    "case" text,
    "group" text,
    service text,
    text text
);
CREATE TABLE assessment (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    visit text,
    standard text,
    area text,
    level text,
    item_levels text,
    own_words text,
    observation text,
    help_means text,
    changed text
);
CREATE TABLE attachment (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    subject text,
    blob text,
    media_type text,
    caption text,
    consent text
);
CREATE TABLE "case" (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    citizen text,
    number text,
    unit text,
    target_group text,
    legal_basis text,
    legal_basis_reason text,
    permanence text,
    responsible text,
    state text
);
CREATE TABLE citizen (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    cpr text,
    birth_date text,
    name text,
    address text,
    protected_address boolean,
    phone text,
    email text,
    language text,
    interpreter text,
    digital_post text,
    turning_choice text,
    merged_into text,
    cpr_value text
);
CREATE TABLE complaint (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    version text,
    about text,
    received_on text,
    how text,
    taken_down_by text,
    text text,
    outcome text,
    outcome_reason text,
    reassessed_on text,
    sent_on text,
    board_answer_on text,
    board_answer text
);
CREATE TABLE consent (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    visit text,
    purpose text,
    parties text,
    information text,
    text text,
    answer text,
    how text,
    ink text,
    noted_by text,
    signed_at text,
    expires_on text,
    withdrawn_at text,
    withdrawn_how text
);
CREATE TABLE contact (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    citizen text,
    role text,
    name text,
    phone text,
    address text,
    relation text,
    gets_letters boolean,
    present boolean,
    note text
);
CREATE TABLE decision (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    visit text,
    kind text,
    facts text,
    citizens_views text,
    views_weighed text,
    main_considerations text,
    rehabilitation_assessed text,
    rehabilitation_reason text,
    technology text,
    existing_basis boolean,
    missing_information text,
    user_payment text,
    state text
);
CREATE TABLE decision_item (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    decision text,
    "case" text,
    need text,
    outcome text,
    reasons text,
    chosen_reason text,
    before text,
    after text,
    what_changed text
);
CREATE TABLE decision_version (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    decision text,
    "case" text,
    number bigint,
    name text,
    title text,
    unit text,
    locked_at text,
    content_hash text,
    parts text,
    heads text,
    replaces text
);
CREATE TABLE delivery (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    version text,
    receiver text,
    how text,
    sent_on text
);
CREATE TABLE departure (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    finding text,
    reason text
);
CREATE TABLE follow_up (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    visit text,
    result text,
    reason text,
    goals text
);
CREATE TABLE goal (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    text text,
    measure text,
    areas text,
    services text,
    due text,
    state text
);
CREATE TABLE "grant" (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    need text,
    standard text,
    service text,
    items text,
    extent text,
    quantities text,
    time_of_day text,
    weekdays text,
    minutes bigint,
    package text,
    places text,
    starts_on text,
    ends_on text,
    combined_with text,
    purpose text,
    own_payment text,
    reason text
);
CREATE TABLE hearing (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    source text,
    content text,
    known boolean,
    detrimental boolean,
    essential boolean,
    sent_on text,
    reply text
);
CREATE TABLE hospital_stay (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    kind text,
    starts_on text,
    ends_on text,
    support_from text,
    support_until text,
    note text
);
CREATE TABLE household_member (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    citizen text,
    name text,
    relation text,
    birth_year bigint,
    lives_at_home boolean,
    healthy boolean,
    capacities text,
    note text
);
CREATE TABLE hub_access (
    number bigint NOT NULL,
    at bigint,
    "user" bytea,
    device bytea,
    what text,
    scope integer,
    why text,
    day text
);
CREATE TABLE hub_attempt (
    who text NOT NULL,
    tries integer,
    until bigint
);
CREATE TABLE hub_blob (
    sha256 text NOT NULL,
    size bigint
);
CREATE TABLE hub_case (
    scope integer NOT NULL,
    team bytea
);
CREATE TABLE hub_chunk (
    sha256 text NOT NULL,
    start bigint NOT NULL,
    data bytea
);
CREATE TABLE hub_code (
    code bytea NOT NULL,
    "user" bytea,
    expires bigint,
    tries integer
);
CREATE TABLE hub_device (
    id bytea NOT NULL,
    "user" bytea,
    key bytea,
    name text,
    program text,
    made bigint,
    seen bigint,
    revoked bigint
);
CREATE TABLE hub_entitled (
    "user" bytea NOT NULL,
    scope integer NOT NULL,
    "left" boolean
);
CREATE TABLE hub_epoch (
    epoch integer NOT NULL,
    "user" bytea,
    seq bigint,
    changes bigint,
    pushed bigint
);
CREATE TABLE hub_erased (
    scope integer NOT NULL,
    at bigint,
    why text
);
CREATE TABLE hub_feed (
    number bigint NOT NULL,
    "user" bytea,
    kind text,
    scope integer,
    action integer,
    size integer
);
CREATE TABLE hub_member (
    team bytea NOT NULL,
    "user" bytea NOT NULL
);
CREATE TABLE hub_named (
    sha256 text NOT NULL,
    scope integer NOT NULL
);
CREATE TABLE hub_nonce (
    nonce bytea NOT NULL,
    device bytea,
    expires bigint
);
CREATE TABLE hub_origin (
    action integer NOT NULL,
    "user" bytea,
    device bytea,
    at bigint
);
CREATE TABLE hub_part (
    sha256 text NOT NULL,
    device bytea NOT NULL,
    start bigint NOT NULL,
    data bytea,
    at bigint
);
CREATE TABLE hub_quarantine (
    number bigint NOT NULL,
    at bigint,
    device bytea,
    action bytea,
    scope bytea,
    why text,
    body bytea
);
CREATE TABLE hub_session (
    token bytea NOT NULL,
    device bytea,
    expires bigint
);
CREATE TABLE hub_setting (
    name text NOT NULL,
    value text
);
CREATE TABLE hub_standard (
    id text NOT NULL,
    version text NOT NULL,
    sha256 text,
    toml text,
    at bigint
);
CREATE TABLE hub_team (
    id bytea NOT NULL,
    name text
);
CREATE TABLE hub_user (
    id bytea NOT NULL,
    login text,
    name text,
    role text,
    password text,
    subject text,
    made bigint,
    closed bigint
);
CREATE TABLE hub_web_session (
    token bytea NOT NULL,
    "user" bytea,
    expires bigint
);
CREATE TABLE journal_action (
    number integer NOT NULL,
    id bytea,
    scope integer,
    epoch integer,
    first bigint,
    size integer,
    actor text,
    hlc bigint,
    wall bigint,
    schema bigint,
    undoable boolean,
    undoes bytea,
    label text,
    reason text,
    salt bytea,
    digest bytea
);
CREATE SEQUENCE journal_action_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE journal_action_number_seq OWNED BY journal_action.number;
CREATE TABLE journal_aside (
    action bytea NOT NULL,
    scope bytea,
    parcel bytea,
    key text
);
CREATE TABLE journal_bookmark (
    hub text NOT NULL,
    cursor text
);
CREATE TABLE journal_change (
    epoch integer NOT NULL,
    seq bigint NOT NULL,
    action integer,
    field integer,
    record bytea,
    value text,
    replaces text,
    salt bytea,
    digest bytea,
    hash bytea
);
CREATE TABLE journal_confirmed (
    epoch integer NOT NULL,
    seq bigint
);
CREATE TABLE journal_epoch (
    number integer NOT NULL,
    id bytea,
    previous bytea,
    opened bigint
);
CREATE SEQUENCE journal_epoch_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE journal_epoch_number_seq OWNED BY journal_epoch.number;
CREATE TABLE journal_field (
    number integer NOT NULL,
    entity text,
    name text
);
CREATE SEQUENCE journal_field_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE journal_field_number_seq OWNED BY journal_field.number;
CREATE TABLE journal_head (
    scope integer NOT NULL,
    record bytea NOT NULL,
    field integer NOT NULL,
    epoch integer NOT NULL,
    seq bigint NOT NULL
);
CREATE TABLE journal_meta (
    name text NOT NULL,
    value text
);
CREATE TABLE journal_moved (
    scope integer NOT NULL,
    since bigint
);
CREATE TABLE journal_owed (
    sha256 text NOT NULL,
    way text NOT NULL
);
CREATE TABLE journal_parted (
    scope integer NOT NULL,
    since bigint
);
CREATE TABLE journal_refused (
    action integer NOT NULL,
    key text,
    params text,
    since bigint
);
CREATE TABLE journal_scope (
    number integer NOT NULL,
    id bytea
);
CREATE SEQUENCE journal_scope_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE journal_scope_number_seq OWNED BY journal_scope.number;
CREATE TABLE "order" (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    service text,
    provider text,
    message text,
    sent_on text,
    version text
);
CREATE TABLE overall_assessment (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    visit text,
    standard text,
    value text,
    reason text,
    steps_now text,
    step_aimed_at text,
    steps_considered text,
    step_reason text
);
CREATE TABLE processing_notice (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    request text,
    deadline text,
    reason text,
    new_date text,
    sent_on text
);
CREATE TABLE provider_choice (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    service text,
    kind text,
    provider text,
    listed boolean,
    requested_on text,
    starts_on text,
    early_reason text,
    is_change boolean
);
CREATE TABLE provider_plan (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    service text,
    made_on text,
    made_by text,
    goals text,
    methods text,
    staff_part text,
    citizen_part text,
    network_part text
);
CREATE TABLE provider_start (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    service text,
    provider text,
    informed_on text,
    contacted_on text,
    started_on text,
    agreed text
);
CREATE TABLE request (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    received_on text,
    received_from text,
    caller text,
    caller_consent boolean,
    applied_for text,
    acute boolean,
    acute_start text,
    acute_reason text,
    contacted_on text
);
CREATE TABLE status_report (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    due_on text,
    received_on text,
    meeting_on text,
    written_by text,
    effect text,
    goals text,
    function_change text,
    proposal text
);
CREATE TABLE swap (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    swapped_on text,
    from_service text,
    to_service text,
    reported_by text,
    note text
);
CREATE TABLE task_done (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    rule text,
    anchor text,
    done_on text,
    by text
);
CREATE TABLE visit (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    kind text,
    planned text,
    source text,
    source_key text,
    visitator text,
    present text,
    note text,
    state text,
    started_at text,
    standards text,
    next_visit text,
    next_visit_reason text,
    previous text,
    planned_start text
);
CREATE TABLE workplace_check (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "case" text,
    visit text,
    done_on text,
    done_by text,
    present text,
    provider text,
    next_review text,
    informed boolean,
    receipt text
);
CREATE TABLE workplace_item (
    id bytea NOT NULL,
    scope integer,
    made bigint,
    removed boolean,
    "check" text,
    "case" text,
    item text,
    status text,
    remark text,
    action text,
    responsible text,
    deadline text,
    temporary text,
    followed_up text,
    result text
);
ALTER TABLE ONLY journal_action ALTER COLUMN number SET DEFAULT nextval('journal_action_number_seq'::regclass);
ALTER TABLE ONLY journal_epoch ALTER COLUMN number SET DEFAULT nextval('journal_epoch_number_seq'::regclass);
ALTER TABLE ONLY journal_field ALTER COLUMN number SET DEFAULT nextval('journal_field_number_seq'::regclass);
ALTER TABLE ONLY journal_scope ALTER COLUMN number SET DEFAULT nextval('journal_scope_number_seq'::regclass);
INSERT INTO assessment VALUES ('\xa4ae9f2d56ff46e5b777b4a7ec61564e', 3, 3765270338338816000, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO attachment VALUES ('\xed53716dec384316971e45ba9f7e25e9', 2, 3765270334144512000, false, NULL, NULL, '89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e', NULL, NULL, NULL);
INSERT INTO attachment VALUES ('\x89aa72cdbb0541408940b17094c19874', 2, 3765270336241664000, false, NULL, NULL, '952541b9ca4a3c7403bf80f8746165010dac877a6bc73ed1345d9d588a256cc0', NULL, NULL, NULL);
INSERT INTO "case" VALUES ('\xa408ca8a61b949ed97e9a8b3ae17207c', 2, 3765270329950208000, false, 'cc0ec137708047d1996ba15132738a18', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'open');
INSERT INTO citizen VALUES ('\xcc0ec137708047d1996ba15132738a18', 1, 3765270327853056000, false, NULL, NULL, 'Åse Ærø', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO hub_access VALUES (1, 1795420832000000, NULL, NULL, 'erased', 3, '', NULL);
INSERT INTO hub_blob VALUES ('89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e', 7);
INSERT INTO hub_case VALUES (2, '\x7db84faa248b4d0e98be4c3e2c156fef');
INSERT INTO hub_chunk VALUES ('89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e', 0, '\x657420666f746f');
INSERT INTO hub_device VALUES ('\xbb88ae27e25d47ff888c2b548b1547fc', '\x221e5e2773764f31ba71fc64e9c024db', '\x8f380181c1afe20d6c010fa1701e83900d29b192c8f115b844dbb787b03ae543', 'Bærbar', 'test 1', 1795420808000000, 1795420816000000, NULL);
INSERT INTO hub_device VALUES ('\xa0f8a0701f8b469aa902f201c48b9186', '\x1577a5b0928b4d74a30c890c089526de', '\x4bfd641815c15cf478c589012a99a97cb8ea358e6236098bc85393017c86f827', 'Bærbar', 'test 1', 1795420837000000, 1795420845000000, NULL);
INSERT INTO hub_entitled VALUES ('\x221e5e2773764f31ba71fc64e9c024db', 1, false);
INSERT INTO hub_entitled VALUES ('\x221e5e2773764f31ba71fc64e9c024db', 2, false);
INSERT INTO hub_entitled VALUES ('\x221e5e2773764f31ba71fc64e9c024db', 3, false);
INSERT INTO hub_epoch VALUES (1, '\x221e5e2773764f31ba71fc64e9c024db', 6, 6, 1795420829000000);
INSERT INTO hub_erased VALUES (3, 1795420831000000, 'afgørelse 7');
INSERT INTO hub_feed VALUES (1, '\x221e5e2773764f31ba71fc64e9c024db', 'action', 1, 1, 1);
INSERT INTO hub_feed VALUES (2, '\x221e5e2773764f31ba71fc64e9c024db', 'action', 2, 2, 1);
INSERT INTO hub_feed VALUES (3, '\x221e5e2773764f31ba71fc64e9c024db', 'action', 2, 3, 1);
INSERT INTO hub_feed VALUES (4, '\x221e5e2773764f31ba71fc64e9c024db', 'action', 2, 4, 1);
INSERT INTO hub_feed VALUES (5, '\x221e5e2773764f31ba71fc64e9c024db', 'action', 2, 5, 1);
INSERT INTO hub_feed VALUES (6, '\x221e5e2773764f31ba71fc64e9c024db', 'action', 3, 6, 1);
INSERT INTO hub_feed VALUES (7, '\x221e5e2773764f31ba71fc64e9c024db', 'erased', 3, NULL, 1);
INSERT INTO hub_member VALUES ('\x7db84faa248b4d0e98be4c3e2c156fef', '\x221e5e2773764f31ba71fc64e9c024db');
INSERT INTO hub_member VALUES ('\x7db84faa248b4d0e98be4c3e2c156fef', '\x4418877315064074a9e3f338648e4446');
INSERT INTO hub_member VALUES ('\xb1b081a6520f40bcbddd8732255d737e', '\x1577a5b0928b4d74a30c890c089526de');
INSERT INTO hub_named VALUES ('89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e', 2);
INSERT INTO hub_named VALUES ('952541b9ca4a3c7403bf80f8746165010dac877a6bc73ed1345d9d588a256cc0', 2);
INSERT INTO hub_origin VALUES (1, '\x221e5e2773764f31ba71fc64e9c024db', '\xbb88ae27e25d47ff888c2b548b1547fc', 1795420819000000);
INSERT INTO hub_origin VALUES (2, '\x221e5e2773764f31ba71fc64e9c024db', '\xbb88ae27e25d47ff888c2b548b1547fc', 1795420819000000);
INSERT INTO hub_origin VALUES (3, '\x221e5e2773764f31ba71fc64e9c024db', '\xbb88ae27e25d47ff888c2b548b1547fc', 1795420819000000);
INSERT INTO hub_origin VALUES (4, '\x221e5e2773764f31ba71fc64e9c024db', '\xbb88ae27e25d47ff888c2b548b1547fc', 1795420819000000);
INSERT INTO hub_origin VALUES (5, '\x221e5e2773764f31ba71fc64e9c024db', '\xbb88ae27e25d47ff888c2b548b1547fc', 1795420822000000);
INSERT INTO hub_origin VALUES (6, '\x221e5e2773764f31ba71fc64e9c024db', '\xbb88ae27e25d47ff888c2b548b1547fc', 1795420829000000);
INSERT INTO hub_quarantine VALUES (1, 1795420848000000, '\xa0f8a0701f8b469aa902f201c48b9186', '\xbcb77eb91edc49c0b2f7bb3accdde76d', '\xa408ca8a61b949ed97e9a8b3ae17207c', 'hub.not_yours', '\x7b2265706f6368223a226232633365343333626561383432653839353438363137333836393537343436222c2270726576696f7573223a22414141414141414141414141414141414141414141414141414141414141414141414141414141414141413d222c226669727374223a312c226265666f7265223a224a4249444f5a3953556c42764b3757525571693433724c525773376238684a4c6b692b5a6e61653843396f3d222c226964223a226263623737656239316564633439633062326637626233616363646465373664222c2273636f7065223a226134303863613861363162393439656439376539613862336165313732303763222c226163746f72223a2256657261222c22686c63223a333736353237303332373835333035363030302c2277616c6c223a313739353432303830333030303030302c22736368656d61223a332c22756e646f61626c65223a747275652c22756e646f6573223a6e756c6c2c226c6162656c223a22222c22726561736f6e223a6e756c6c2c2273616c74223a6e756c6c2c22646967657374223a6e756c6c2c226368616e676573223a5b7b22656e74697479223a226173736573736d656e74222c227265636f7264223a226537306530313065373861623435663162656230633537643733633764313231222c226669656c64223a226f776e5f776f726473222c2276616c7565223a225c226672656d6d65645c22222c227265706c61636573223a5b5d2c2273616c74223a223448504b536d3269426c626e655678436634796138673d3d222c22646967657374223a6e756c6c2c2268617368223a226258566458747378513157627267617842785953575a6e5a53595043695542784a324d4c364c69586d6c6b3d227d5d7d');
INSERT INTO hub_session VALUES ('\x8d43eb6b94ee53d7fa4ff2f6fd48fdeb9801a18b97e63c73d65f9160d2a3efe7', '\xbb88ae27e25d47ff888c2b548b1547fc', 1795464015000000);
INSERT INTO hub_session VALUES ('\x7d85f93222c030f652432b0e37f66b9a38dacdd041903d95629bca16bf81fbcc', '\xa0f8a0701f8b469aa902f201c48b9186', 1795464044000000);
INSERT INTO hub_setting VALUES ('schema', '2');
INSERT INTO hub_setting VALUES ('signing_key', '5af2e47e70a567b767ef90284fd4b2445cad72409a489008288f491eeeba03fbdc8f1013b95db88dc40116aeb5c5c4e3238103fb4324374dd2d2df34');
INSERT INTO hub_team VALUES ('\x7db84faa248b4d0e98be4c3e2c156fef', 'north');
INSERT INTO hub_team VALUES ('\xb1b081a6520f40bcbddd8732255d737e', 'south');
INSERT INTO hub_user VALUES ('\x221e5e2773764f31ba71fc64e9c024db', 'vera', 'Vera', 'visitator', '$argon2id$v=19$m=8,t=1,p=1$pfoyrn9Oj2SvTXIPW5lIKA$jcTdSZdWs/CIBk+D4bPg5pr2/yqClzeNVMloyumwd+U', NULL, 1795420801000000, NULL);
INSERT INTO hub_user VALUES ('\x4418877315064074a9e3f338648e4446', 'nils', 'Nils', 'visitator', '$argon2id$v=19$m=8,t=1,p=1$9mHRGGAcbjdakuZHQve/gw$p9Jxr4hRF605UxtmGgfWe/VPpkMI8ADwL6jRacG6qhs', NULL, 1795420802000000, NULL);
INSERT INTO hub_user VALUES ('\x1577a5b0928b4d74a30c890c089526de', 'bo', 'Bo', 'visitator', '$argon2id$v=19$m=8,t=1,p=1$KcF0tGhBAbk5oYazxSmH1g$1lWi6INkeluETD8FmJXd5YTts4xalHwDEoHJlrrMDoc', NULL, 1795420803000000, NULL);
INSERT INTO journal_action VALUES (1, '\x39f9624b89d5405c8675dcdaae26ba33', 1, 1, 1, 1, 'Vera', 3765270327853056000, 1795420803000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (2, '\x9ec9b45d72ee4106bb4e5e09ba8c22ca', 2, 1, 2, 1, 'Vera', 3765270329950208000, 1795420804000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (3, '\x56ce91c75fd94711ae3b264b8c4fa6df', 2, 1, 3, 1, 'Vera', 3765270332047360000, 1795420805000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (4, '\xa27f4dae24a041d5aeeb0ea341add537', 2, 1, 4, 1, 'Vera', 3765270334144512000, 1795420806000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (5, '\xa5ab8b0dfe394035b07a9fa3b1ceb6f4', 2, 1, 5, 1, 'Vera', 3765270336241664000, 1795420807000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (6, '\x134560d95c534fae8b7035858557375d', 3, 1, 6, 1, 'Vera', 3765270338338816000, 1795420808000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_change VALUES (1, 1, 1, 1, '\xcc0ec137708047d1996ba15132738a18', '"Åse Ærø"', NULL, '\x4e681489b8345cb426ce82ce4233d6d1', NULL, '\xcb2a002a547e67c1f338e847f128b51bd33ceda2ab5f14ce9a2f791e68adee9e');
INSERT INTO journal_change VALUES (1, 2, 2, 2, '\xa408ca8a61b949ed97e9a8b3ae17207c', '"cc0ec137708047d1996ba15132738a18"', NULL, '\x6f476f7bcb902c00e45c80ab7b46eed2', NULL, '\x80b3eb59cdef65f373da19f5e2707ac277deb7ec7de30471e43b595780a8ceb7');
INSERT INTO journal_change VALUES (1, 3, 3, 3, '\xa408ca8a61b949ed97e9a8b3ae17207c', '"open"', NULL, '\x4c603bb63d74efd20753f109db0e4514', NULL, '\x1603805c32e620ea2dfe52f435a6b7b74cfd8b6fadf8f1d3fa43b7e4ffa6e099');
INSERT INTO journal_change VALUES (1, 4, 4, 4, '\xed53716dec384316971e45ba9f7e25e9', '"89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e"', NULL, '\x5dff06b76c838dc7c2a76c4591c9ee2f', NULL, '\xe6917631ab1e3fcad2730920a80c43ade411fa81ec20838834d506229c668cab');
INSERT INTO journal_change VALUES (1, 5, 5, 4, '\x89aa72cdbb0541408940b17094c19874', '"952541b9ca4a3c7403bf80f8746165010dac877a6bc73ed1345d9d588a256cc0"', NULL, '\x6a1de102dc6303103ba13b17158bbf21', NULL, '\x992c70c169cbb0b1d6d05c4f403b4a6e81e3d3f89503f4db72b732c19d1338c2');
INSERT INTO journal_change VALUES (1, 6, 6, 5, '\xa4ae9f2d56ff46e5b777b4a7ec61564e', NULL, NULL, NULL, '\xfff5cb0b0538fec9ebf4d69e994a12f5f9d1055a17179d2704236fa3767d6f60', '\x82b9231095bab073107f1b347c5d8e060e61bd2c32e316442e9531d2770ba49c');
INSERT INTO journal_epoch VALUES (1, '\x88cbc99dbde44715aed6575544014d21', '\x0000000000000000000000000000000000000000000000000000000000000000', NULL);
INSERT INTO journal_field VALUES (1, 'citizen', 'name');
INSERT INTO journal_field VALUES (2, 'case', 'citizen');
INSERT INTO journal_field VALUES (3, 'case', 'state');
INSERT INTO journal_field VALUES (4, 'attachment', 'blob');
INSERT INTO journal_field VALUES (5, 'assessment', 'own_words');
INSERT INTO journal_head VALUES (2, '\xa408ca8a61b949ed97e9a8b3ae17207c', 2, 1, 2);
INSERT INTO journal_head VALUES (2, '\xa408ca8a61b949ed97e9a8b3ae17207c', 3, 1, 3);
INSERT INTO journal_head VALUES (1, '\xcc0ec137708047d1996ba15132738a18', 1, 1, 1);
INSERT INTO journal_head VALUES (2, '\xed53716dec384316971e45ba9f7e25e9', 4, 1, 4);
INSERT INTO journal_head VALUES (2, '\x89aa72cdbb0541408940b17094c19874', 4, 1, 5);
INSERT INTO journal_head VALUES (3, '\xa4ae9f2d56ff46e5b777b4a7ec61564e', 5, 1, 6);
INSERT INTO journal_meta VALUES ('schema', '3');
INSERT INTO journal_meta VALUES ('shape', '1c7c599eaed34af43d0af90ecd2fde658c0ba1bc7af1f4883091c4c6db7dc3fa');
INSERT INTO journal_scope VALUES (1, '\xcc0ec137708047d1996ba15132738a18');
INSERT INTO journal_scope VALUES (2, '\xa408ca8a61b949ed97e9a8b3ae17207c');
INSERT INTO journal_scope VALUES (3, '\xe670e2322f614c84aceeab9b6b49ef27');
SELECT pg_catalog.setval('journal_action_number_seq', 1, false);
SELECT pg_catalog.setval('journal_epoch_number_seq', 1, true);
SELECT pg_catalog.setval('journal_field_number_seq', 5, true);
SELECT pg_catalog.setval('journal_scope_number_seq', 3, true);
ALTER TABLE ONLY action_plan
    ADD CONSTRAINT action_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY applied_need
    ADD CONSTRAINT applied_need_pkey PRIMARY KEY (id);
ALTER TABLE ONLY assessment
    ADD CONSTRAINT assessment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY attachment
    ADD CONSTRAINT attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY "case"
    ADD CONSTRAINT case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY citizen
    ADD CONSTRAINT citizen_pkey PRIMARY KEY (id);
ALTER TABLE ONLY complaint
    ADD CONSTRAINT complaint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY consent
    ADD CONSTRAINT consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY decision_item
    ADD CONSTRAINT decision_item_pkey PRIMARY KEY (id);
ALTER TABLE ONLY decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY decision_version
    ADD CONSTRAINT decision_version_pkey PRIMARY KEY (id);
ALTER TABLE ONLY delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY departure
    ADD CONSTRAINT departure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY follow_up
    ADD CONSTRAINT follow_up_pkey PRIMARY KEY (id);
ALTER TABLE ONLY goal
    ADD CONSTRAINT goal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY "grant"
    ADD CONSTRAINT grant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hearing
    ADD CONSTRAINT hearing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hospital_stay
    ADD CONSTRAINT hospital_stay_pkey PRIMARY KEY (id);
ALTER TABLE ONLY household_member
    ADD CONSTRAINT household_member_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub_access
    ADD CONSTRAINT hub_access_pkey PRIMARY KEY (number);
ALTER TABLE ONLY hub_attempt
    ADD CONSTRAINT hub_attempt_pkey PRIMARY KEY (who);
ALTER TABLE ONLY hub_blob
    ADD CONSTRAINT hub_blob_pkey PRIMARY KEY (sha256);
ALTER TABLE ONLY hub_case
    ADD CONSTRAINT hub_case_pkey PRIMARY KEY (scope);
ALTER TABLE ONLY hub_chunk
    ADD CONSTRAINT hub_chunk_pkey PRIMARY KEY (sha256, start);
ALTER TABLE ONLY hub_code
    ADD CONSTRAINT hub_code_pkey PRIMARY KEY (code);
ALTER TABLE ONLY hub_device
    ADD CONSTRAINT hub_device_key_key UNIQUE (key);
ALTER TABLE ONLY hub_device
    ADD CONSTRAINT hub_device_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub_entitled
    ADD CONSTRAINT hub_entitled_pkey PRIMARY KEY ("user", scope);
ALTER TABLE ONLY hub_epoch
    ADD CONSTRAINT hub_epoch_pkey PRIMARY KEY (epoch);
ALTER TABLE ONLY hub_erased
    ADD CONSTRAINT hub_erased_pkey PRIMARY KEY (scope);
ALTER TABLE ONLY hub_feed
    ADD CONSTRAINT hub_feed_pkey PRIMARY KEY (number);
ALTER TABLE ONLY hub_member
    ADD CONSTRAINT hub_member_pkey PRIMARY KEY (team, "user");
ALTER TABLE ONLY hub_named
    ADD CONSTRAINT hub_named_pkey PRIMARY KEY (sha256, scope);
ALTER TABLE ONLY hub_nonce
    ADD CONSTRAINT hub_nonce_pkey PRIMARY KEY (nonce);
ALTER TABLE ONLY hub_origin
    ADD CONSTRAINT hub_origin_pkey PRIMARY KEY (action);
ALTER TABLE ONLY hub_part
    ADD CONSTRAINT hub_part_pkey PRIMARY KEY (sha256, device, start);
ALTER TABLE ONLY hub_quarantine
    ADD CONSTRAINT hub_quarantine_pkey PRIMARY KEY (number);
ALTER TABLE ONLY hub_session
    ADD CONSTRAINT hub_session_pkey PRIMARY KEY (token);
ALTER TABLE ONLY hub_setting
    ADD CONSTRAINT hub_setting_pkey PRIMARY KEY (name);
ALTER TABLE ONLY hub_standard
    ADD CONSTRAINT hub_standard_pkey PRIMARY KEY (id, version);
ALTER TABLE ONLY hub_team
    ADD CONSTRAINT hub_team_name_key UNIQUE (name);
ALTER TABLE ONLY hub_team
    ADD CONSTRAINT hub_team_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub_user
    ADD CONSTRAINT hub_user_login_key UNIQUE (login);
ALTER TABLE ONLY hub_user
    ADD CONSTRAINT hub_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY hub_user
    ADD CONSTRAINT hub_user_subject_key UNIQUE (subject);
ALTER TABLE ONLY hub_web_session
    ADD CONSTRAINT hub_web_session_pkey PRIMARY KEY (token);
ALTER TABLE ONLY journal_action
    ADD CONSTRAINT journal_action_id_key UNIQUE (id);
ALTER TABLE ONLY journal_action
    ADD CONSTRAINT journal_action_pkey PRIMARY KEY (number);
ALTER TABLE ONLY journal_aside
    ADD CONSTRAINT journal_aside_pkey PRIMARY KEY (action);
ALTER TABLE ONLY journal_bookmark
    ADD CONSTRAINT journal_bookmark_pkey PRIMARY KEY (hub);
ALTER TABLE ONLY journal_change
    ADD CONSTRAINT journal_change_pkey PRIMARY KEY (epoch, seq);
ALTER TABLE ONLY journal_confirmed
    ADD CONSTRAINT journal_confirmed_pkey PRIMARY KEY (epoch);
ALTER TABLE ONLY journal_epoch
    ADD CONSTRAINT journal_epoch_id_key UNIQUE (id);
ALTER TABLE ONLY journal_epoch
    ADD CONSTRAINT journal_epoch_pkey PRIMARY KEY (number);
ALTER TABLE ONLY journal_field
    ADD CONSTRAINT journal_field_pkey PRIMARY KEY (number);
ALTER TABLE ONLY journal_head
    ADD CONSTRAINT journal_head_pkey PRIMARY KEY (scope, record, field, epoch, seq);
ALTER TABLE ONLY journal_meta
    ADD CONSTRAINT journal_meta_pkey PRIMARY KEY (name);
ALTER TABLE ONLY journal_moved
    ADD CONSTRAINT journal_moved_pkey PRIMARY KEY (scope);
ALTER TABLE ONLY journal_owed
    ADD CONSTRAINT journal_owed_pkey PRIMARY KEY (sha256, way);
ALTER TABLE ONLY journal_parted
    ADD CONSTRAINT journal_parted_pkey PRIMARY KEY (scope);
ALTER TABLE ONLY journal_refused
    ADD CONSTRAINT journal_refused_pkey PRIMARY KEY (action);
ALTER TABLE ONLY journal_scope
    ADD CONSTRAINT journal_scope_id_key UNIQUE (id);
ALTER TABLE ONLY journal_scope
    ADD CONSTRAINT journal_scope_pkey PRIMARY KEY (number);
ALTER TABLE ONLY "order"
    ADD CONSTRAINT order_pkey PRIMARY KEY (id);
ALTER TABLE ONLY overall_assessment
    ADD CONSTRAINT overall_assessment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY processing_notice
    ADD CONSTRAINT processing_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY provider_choice
    ADD CONSTRAINT provider_choice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY provider_plan
    ADD CONSTRAINT provider_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY provider_start
    ADD CONSTRAINT provider_start_pkey PRIMARY KEY (id);
ALTER TABLE ONLY request
    ADD CONSTRAINT request_pkey PRIMARY KEY (id);
ALTER TABLE ONLY status_report
    ADD CONSTRAINT status_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY swap
    ADD CONSTRAINT swap_pkey PRIMARY KEY (id);
ALTER TABLE ONLY task_done
    ADD CONSTRAINT task_done_pkey PRIMARY KEY (id);
ALTER TABLE ONLY visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY workplace_check
    ADD CONSTRAINT workplace_check_pkey PRIMARY KEY (id);
ALTER TABLE ONLY workplace_item
    ADD CONSTRAINT workplace_item_pkey PRIMARY KEY (id);
CREATE INDEX action_plan_scope ON action_plan USING btree (scope, made);
CREATE INDEX answer_scope ON answer USING btree (scope, made);
CREATE INDEX applied_need_scope ON applied_need USING btree (scope, made);
CREATE INDEX assessment_scope ON assessment USING btree (scope, made);
CREATE INDEX attachment_scope ON attachment USING btree (scope, made);
CREATE INDEX case_citizen ON "case" USING btree (citizen);
CREATE INDEX case_scope ON "case" USING btree (scope, made);
CREATE INDEX citizen_cpr_value ON citizen USING btree (cpr_value);
CREATE INDEX citizen_name ON citizen USING btree (name);
CREATE INDEX citizen_scope ON citizen USING btree (scope, made);
CREATE INDEX complaint_scope ON complaint USING btree (scope, made);
CREATE INDEX consent_scope ON consent USING btree (scope, made);
CREATE INDEX contact_scope ON contact USING btree (scope, made);
CREATE INDEX decision_item_scope ON decision_item USING btree (scope, made);
CREATE INDEX decision_scope ON decision USING btree (scope, made);
CREATE INDEX decision_version_scope ON decision_version USING btree (scope, made);
CREATE INDEX delivery_scope ON delivery USING btree (scope, made);
CREATE INDEX departure_scope ON departure USING btree (scope, made);
CREATE INDEX follow_up_scope ON follow_up USING btree (scope, made);
CREATE INDEX goal_scope ON goal USING btree (scope, made);
CREATE INDEX grant_scope ON "grant" USING btree (scope, made);
CREATE INDEX hearing_scope ON hearing USING btree (scope, made);
CREATE INDEX hospital_stay_scope ON hospital_stay USING btree (scope, made);
CREATE INDEX household_member_scope ON household_member USING btree (scope, made);
CREATE INDEX hub_access_of_day ON hub_access USING btree (device, day);
CREATE INDEX hub_access_of_scope ON hub_access USING btree (scope, number);
CREATE INDEX hub_entitled_scope ON hub_entitled USING btree (scope);
CREATE INDEX hub_feed_of_user ON hub_feed USING btree ("user", number);
CREATE INDEX hub_member_user ON hub_member USING btree ("user");
CREATE INDEX hub_named_in ON hub_named USING btree (scope);
CREATE INDEX hub_quarantine_of_action ON hub_quarantine USING btree (device, action);
CREATE INDEX ix_hub_case_team ON hub_case USING btree (team);
CREATE INDEX ix_hub_device_user ON hub_device USING btree ("user");
CREATE INDEX ix_hub_epoch_user ON hub_epoch USING btree ("user");
CREATE INDEX ix_hub_session_device ON hub_session USING btree (device);
CREATE INDEX ix_hub_web_session_user ON hub_web_session USING btree ("user");
CREATE INDEX ix_journal_action_scope ON journal_action USING btree (scope);
CREATE INDEX journal_change_of_field ON journal_change USING btree (record, field);
CREATE INDEX order_scope ON "order" USING btree (scope, made);
CREATE INDEX overall_assessment_scope ON overall_assessment USING btree (scope, made);
CREATE INDEX processing_notice_scope ON processing_notice USING btree (scope, made);
CREATE INDEX provider_choice_scope ON provider_choice USING btree (scope, made);
CREATE INDEX provider_plan_scope ON provider_plan USING btree (scope, made);
CREATE INDEX provider_start_scope ON provider_start USING btree (scope, made);
CREATE INDEX request_scope ON request USING btree (scope, made);
CREATE INDEX status_report_scope ON status_report USING btree (scope, made);
CREATE INDEX swap_scope ON swap USING btree (scope, made);
CREATE INDEX task_done_scope ON task_done USING btree (scope, made);
CREATE INDEX visit_planned_start ON visit USING btree (planned_start);
CREATE INDEX visit_scope ON visit USING btree (scope, made);
CREATE INDEX visit_source_key ON visit USING btree (source_key);
CREATE INDEX workplace_check_scope ON workplace_check USING btree (scope, made);
CREATE INDEX workplace_item_scope ON workplace_item USING btree (scope, made);
