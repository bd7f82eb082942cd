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
INSERT INTO assessment VALUES ('\x2a5dac34b0d943e4a4595718a6063d9d', 3, 3765270336241664000, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO attachment VALUES ('\x4bd6aac45bc34012a9907a2f4a3df14c', 2, 3765270332047360000, false, NULL, NULL, '89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e', NULL, NULL, NULL);
INSERT INTO attachment VALUES ('\xb798b3afae7c47bdadc65f1b5d239a2c', 2, 3765270334144512000, false, NULL, NULL, '952541b9ca4a3c7403bf80f8746165010dac877a6bc73ed1345d9d588a256cc0', NULL, NULL, NULL);
INSERT INTO "case" VALUES ('\x89bb5b758e61452b866a596ac199b4c2', 2, 3765270327853056000, false, '807c24fb912b4d2387095cb1c7e22ded', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'open');
INSERT INTO citizen VALUES ('\x807c24fb912b4d2387095cb1c7e22ded', 1, 3765270325755904000, false, NULL, NULL, 'Åse Ærø', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO hub_access VALUES (1, 1795420832000000, NULL, NULL, 'erased', 3, '', NULL);
INSERT INTO hub_blob VALUES ('89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e', 7);
INSERT INTO hub_case VALUES (2, '\x0bc62820c1c4424ab1afe3918102c82f');
INSERT INTO hub_chunk VALUES ('89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e', 0, '\x657420666f746f');
INSERT INTO hub_device VALUES ('\x2c86e8a5ce4c431ca2ad9a845f1aa00c', '\x50656ee733e7496eb57886b4bfda1db0', '\xcc45482f2e929f9255065de7e0ec7a5a8f722c9222ce183321e7b3b2f3254415', 'Bærbar', 'test 1', 1795420808000000, 1795420816000000, NULL);
INSERT INTO hub_device VALUES ('\x40d69a2c5a0746fd86bc46d3fe558338', '\xc6f8303ebd434b16ac9898191ab7a6a2', '\xf77e27eb5d27cf3f6053402c43f6a7dba0c8e54a9987ed9775f5ce62686249b2', 'Bærbar', 'test 1', 1795420837000000, 1795420845000000, NULL);
INSERT INTO hub_entitled VALUES ('\x50656ee733e7496eb57886b4bfda1db0', 1, false);
INSERT INTO hub_entitled VALUES ('\x50656ee733e7496eb57886b4bfda1db0', 2, false);
INSERT INTO hub_entitled VALUES ('\x50656ee733e7496eb57886b4bfda1db0', 3, false);
INSERT INTO hub_epoch VALUES (1, '\x50656ee733e7496eb57886b4bfda1db0', 6, 6, 1795420829000000);
INSERT INTO hub_erased VALUES (3, 1795420831000000, 'afgørelse 7');
INSERT INTO hub_feed VALUES (1, '\x50656ee733e7496eb57886b4bfda1db0', 'action', 1, 1, 1);
INSERT INTO hub_feed VALUES (2, '\x50656ee733e7496eb57886b4bfda1db0', 'action', 2, 2, 1);
INSERT INTO hub_feed VALUES (3, '\x50656ee733e7496eb57886b4bfda1db0', 'action', 2, 3, 1);
INSERT INTO hub_feed VALUES (4, '\x50656ee733e7496eb57886b4bfda1db0', 'action', 2, 4, 1);
INSERT INTO hub_feed VALUES (5, '\x50656ee733e7496eb57886b4bfda1db0', 'action', 2, 5, 1);
INSERT INTO hub_feed VALUES (6, '\x50656ee733e7496eb57886b4bfda1db0', 'action', 3, 6, 1);
INSERT INTO hub_feed VALUES (7, '\x50656ee733e7496eb57886b4bfda1db0', 'erased', 3, NULL, 1);
INSERT INTO hub_member VALUES ('\x0bc62820c1c4424ab1afe3918102c82f', '\x50656ee733e7496eb57886b4bfda1db0');
INSERT INTO hub_member VALUES ('\x0bc62820c1c4424ab1afe3918102c82f', '\x2bf9975bd6194870b0b739de8598d2af');
INSERT INTO hub_member VALUES ('\xa04fbdbefb224cbc853d9f119a06f004', '\xc6f8303ebd434b16ac9898191ab7a6a2');
INSERT INTO hub_named VALUES ('89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e', 2);
INSERT INTO hub_named VALUES ('952541b9ca4a3c7403bf80f8746165010dac877a6bc73ed1345d9d588a256cc0', 2);
INSERT INTO hub_origin VALUES (1, '\x50656ee733e7496eb57886b4bfda1db0', '\x2c86e8a5ce4c431ca2ad9a845f1aa00c', 1795420819000000);
INSERT INTO hub_origin VALUES (2, '\x50656ee733e7496eb57886b4bfda1db0', '\x2c86e8a5ce4c431ca2ad9a845f1aa00c', 1795420819000000);
INSERT INTO hub_origin VALUES (3, '\x50656ee733e7496eb57886b4bfda1db0', '\x2c86e8a5ce4c431ca2ad9a845f1aa00c', 1795420819000000);
INSERT INTO hub_origin VALUES (4, '\x50656ee733e7496eb57886b4bfda1db0', '\x2c86e8a5ce4c431ca2ad9a845f1aa00c', 1795420819000000);
INSERT INTO hub_origin VALUES (5, '\x50656ee733e7496eb57886b4bfda1db0', '\x2c86e8a5ce4c431ca2ad9a845f1aa00c', 1795420822000000);
INSERT INTO hub_origin VALUES (6, '\x50656ee733e7496eb57886b4bfda1db0', '\x2c86e8a5ce4c431ca2ad9a845f1aa00c', 1795420829000000);
INSERT INTO hub_quarantine VALUES (1, 1795420848000000, '\x40d69a2c5a0746fd86bc46d3fe558338', '\xda3ec3fc67fa4904b9d046a36c709ee6', '\x89bb5b758e61452b866a596ac199b4c2', 'hub.not_yours', '\x7b2265706f6368223a223862623935653432343964643465363239373663613362313063643338343762222c2270726576696f7573223a22414141414141414141414141414141414141414141414141414141414141414141414141414141414141413d222c226669727374223a312c226265666f7265223a2270336b49775a76566b445877566c7146366471624344416b2f48414a4350564978794469694170676b45773d222c226964223a226461336563336663363766613439303462396430343661333663373039656536222c2273636f7065223a223839626235623735386536313435326238363661353936616331393962346332222c226163746f72223a2256657261222c22686c63223a333736353237303332353735353930343030302c2277616c6c223a313739353432303830323030303030302c22736368656d61223a332c22756e646f61626c65223a747275652c22756e646f6573223a6e756c6c2c226c6162656c223a22222c22726561736f6e223a6e756c6c2c2273616c74223a6e756c6c2c22646967657374223a6e756c6c2c226368616e676573223a5b7b22656e74697479223a226173736573736d656e74222c227265636f7264223a226131613333656135393233643436303262663936393861623562323463336663222c226669656c64223a226f776e5f776f726473222c2276616c7565223a225c226672656d6d65645c22222c227265706c61636573223a5b5d2c2273616c74223a2269766d2f7643425a595438672b3243677875752f58773d3d222c22646967657374223a6e756c6c2c2268617368223a223230664c436f30516b5862747a4d315246754c687a2f5a6e317247584e424141626e724751736a682b4f773d227d5d7d');
INSERT INTO hub_session VALUES ('\x9c4cc5367647de3074e1b2c1291b6d3cccc0b4ce579a54dac0e67050e6d1d073', '\x2c86e8a5ce4c431ca2ad9a845f1aa00c', 1795464015000000);
INSERT INTO hub_session VALUES ('\xa893e40664f7baeebced5774a170ea2790770bab6c0f45ce4af241c101e50a14', '\x40d69a2c5a0746fd86bc46d3fe558338', 1795464044000000);
INSERT INTO hub_setting VALUES ('schema', '1');
INSERT INTO hub_setting VALUES ('signing_key', '6b4fc3ac838d57291019516170a8d7a9fb04302d85429d76e44dee3e3bbbe3af09ff5d5d7778a6b60052d2a3afb9eeecba08b88c4d277a09d84597c9');
INSERT INTO hub_team VALUES ('\x0bc62820c1c4424ab1afe3918102c82f', 'north');
INSERT INTO hub_team VALUES ('\xa04fbdbefb224cbc853d9f119a06f004', 'south');
INSERT INTO hub_user VALUES ('\x50656ee733e7496eb57886b4bfda1db0', 'vera', 'Vera', 'visitator', '$argon2id$v=19$m=8,t=1,p=1$YLso+NF/PvvHOI0OMQZ0SA$huK5zakwR8fn+5hXVjSWuF/YcdTqyBPPYwY4MEo5eBU', NULL, 1795420801000000, NULL);
INSERT INTO hub_user VALUES ('\x2bf9975bd6194870b0b739de8598d2af', 'nils', 'Nils', 'visitator', '$argon2id$v=19$m=8,t=1,p=1$3b/wNK+1vy/Ufq3MERQstg$o8GHVJ+22wE9Qney3cTCAdEHxHk/xj83mIlkbYxOohk', NULL, 1795420802000000, NULL);
INSERT INTO hub_user VALUES ('\xc6f8303ebd434b16ac9898191ab7a6a2', 'bo', 'Bo', 'visitator', '$argon2id$v=19$m=8,t=1,p=1$epPHfQXajfsFXFQkgjz6hg$j73W+xpPU5lny36K2mFaR2hPoHG0H81qsB7YCf82q/A', NULL, 1795420803000000, NULL);
INSERT INTO journal_action VALUES (1, '\x4d9449d2e5264b1dbd2c49b041d5c88a', 1, 1, 1, 1, 'Vera', 3765270325755904000, 1795420802000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (2, '\xd5b5a911ab6a4dbdb2d8716a315c5eb5', 2, 1, 2, 1, 'Vera', 3765270327853056000, 1795420803000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (3, '\x96113cded2464de38eccabe9d9dfb239', 2, 1, 3, 1, 'Vera', 3765270329950208000, 1795420804000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (4, '\x062cf4f9936843eeaf488180e2352be8', 2, 1, 4, 1, 'Vera', 3765270332047360000, 1795420805000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (5, '\xf78c05ed7a8e45958ce0bb5cb01d97bb', 2, 1, 5, 1, 'Vera', 3765270334144512000, 1795420806000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_action VALUES (6, '\xa7e71eef2bb842ca99a18e5a9d10339d', 3, 1, 6, 1, 'Vera', 3765270336241664000, 1795420807000000, 3, true, NULL, '', NULL, NULL, NULL);
INSERT INTO journal_change VALUES (1, 1, 1, 1, '\x807c24fb912b4d2387095cb1c7e22ded', '"Åse Ærø"', NULL, '\x59c4f7fcb969a90ef567045fab38256b', NULL, '\xbbd0829fbe4346662cc334f51aee2b2ad6496383200f39545c0a6b357ff1b2bd');
INSERT INTO journal_change VALUES (1, 2, 2, 2, '\x89bb5b758e61452b866a596ac199b4c2', '"807c24fb912b4d2387095cb1c7e22ded"', NULL, '\x938330f2cdf43b951a5ea610de222796', NULL, '\xcd57f5271af0c316e92352f923ed7d1737b0d9356df8efe9577f8a5b656a10dd');
INSERT INTO journal_change VALUES (1, 3, 3, 3, '\x89bb5b758e61452b866a596ac199b4c2', '"open"', NULL, '\x63e13b1ec968c2e9f18f972eedbe7529', NULL, '\x51b5e65298767c1425f2b41980bd9b694a5ab0ba8e6008421da1915d84fb9930');
INSERT INTO journal_change VALUES (1, 4, 4, 4, '\x4bd6aac45bc34012a9907a2f4a3df14c', '"89c4fcb77d8574fc471502315eaf1dcf3149b72061dfa376e1ef0ae658ad886e"', NULL, '\x71ce412b3a786bdad3ce0a5a6e87dae6', NULL, '\x00a4f8f5046a68c56bf4a165b77d8498cc49331ae236d1bb582f455152105f70');
INSERT INTO journal_change VALUES (1, 5, 5, 4, '\xb798b3afae7c47bdadc65f1b5d239a2c', '"952541b9ca4a3c7403bf80f8746165010dac877a6bc73ed1345d9d588a256cc0"', NULL, '\xdea96d7798b86244b9620ef32df35c7b', NULL, '\xbc28f76a06872ce05e2e2ddf93f78c9756d9012cf5f42472fa7ef7e19d2d16aa');
INSERT INTO journal_change VALUES (1, 6, 6, 5, '\x2a5dac34b0d943e4a4595718a6063d9d', NULL, NULL, NULL, '\x8074fc467ca70c09fea02a9354031b410931de213ac2e1a5ca5ffc1b9bd557c9', '\xa8c5cb0a27befc9aec2e2b478b9acbc64ac32a0393a17cae57fac1e0ee98d9d6');
INSERT INTO journal_epoch VALUES (1, '\x27f0aa04f1bc41248317d730634f9a60', '\x0000000000000000000000000000000000000000000000000000000000000000', NULL);
INSERT INTO journal_field VALUES (1, 'citizen', 'name');
INSERT INTO journal_field VALUES (2, 'case', 'citizen');
INSERT INTO journal_field VALUES (3, 'case', 'state');
INSERT INTO journal_field VALUES (4, 'attachment', 'blob');
INSERT INTO journal_field VALUES (5, 'assessment', 'own_words');
INSERT INTO journal_head VALUES (2, '\x4bd6aac45bc34012a9907a2f4a3df14c', 4, 1, 4);
INSERT INTO journal_head VALUES (1, '\x807c24fb912b4d2387095cb1c7e22ded', 1, 1, 1);
INSERT INTO journal_head VALUES (2, '\x89bb5b758e61452b866a596ac199b4c2', 2, 1, 2);
INSERT INTO journal_head VALUES (2, '\x89bb5b758e61452b866a596ac199b4c2', 3, 1, 3);
INSERT INTO journal_head VALUES (2, '\xb798b3afae7c47bdadc65f1b5d239a2c', 4, 1, 5);
INSERT INTO journal_head VALUES (3, '\x2a5dac34b0d943e4a4595718a6063d9d', 5, 1, 6);
INSERT INTO journal_meta VALUES ('schema', '3');
INSERT INTO journal_meta VALUES ('shape', '1c7c599eaed34af43d0af90ecd2fde658c0ba1bc7af1f4883091c4c6db7dc3fa');
INSERT INTO journal_scope VALUES (1, '\x807c24fb912b4d2387095cb1c7e22ded');
INSERT INTO journal_scope VALUES (2, '\x89bb5b758e61452b866a596ac199b4c2');
INSERT INTO journal_scope VALUES (3, '\xa18af2a356c841ad94f2a67677f03314');
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
