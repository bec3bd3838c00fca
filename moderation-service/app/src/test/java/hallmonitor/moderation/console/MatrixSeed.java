package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.moderation.console.seed.DecidingSeed;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.console.seed.StaffSeed.Escalated;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PostPictures;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Two buildings with one of everything in each, and the surrounding district. */
final class MatrixSeed {
  /** The person behind everything, who is not one of the readers. */
  static final String OTHER_PERSON = "lopez";

  /** Who is in charge of the account {@link #OWN_ACCOUNT}, and of no other. */
  static final String IN_CHARGE = "lindgren";

  static final String OWN_ACCOUNT = "practice";
  static final String OTHER_ACCOUNT = "practice-facebook";

  private static final UUID SCHOOL_LINK = new UUID(0, 5);
  private static final UUID CONNECTION = new UUID(0, 6);

  private static final UUID HAND_BLOCK = new UUID(0, 7);

  private static final UUID REQUEST = new UUID(0, 8);

  private static final String PICTURE = "https://pictures.example/a.png";
  private static final String VIDEO = "https://pictures.example/a.mp4";

  /** A case with everything that can belong to one, and the ids. */
  record There(
      UUID caseId,
      String account,
      String comment,
      UUID clock,
      UUID proposal,
      UUID appeal,
      UUID block,
      UUID bulk,
      UUID sample) {
    static There never() {
      return new There(
          UUID.randomUUID(),
          OTHER_ACCOUNT,
          UUID.randomUUID().toString(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID());
    }
  }

  private final ConsoleDatabase database;
  private final Seed seed;
  private final StaffSeed staff;
  private final ObjectionSeed objections;
  private final DecidingSeed deciding;
  private final MatrixRecords records;
  private final AtomicInteger samples = new AtomicInteger();
  String letter = "";
  String draft = "";
  String contacts = "";
  String version = "";
  String guidance = "";

  MatrixSeed(ConsoleDatabase database) {
    this.database = database;
    seed = new Seed(database);
    staff = new StaffSeed(database, seed);
    objections = new ObjectionSeed(database);
    deciding = new DecidingSeed(database, seed);
    records = new MatrixRecords(database);
  }

  void start() {
    new PolicySeed(database).nothing();
    records.nothing();
    objections.nobodyTried();
    List.of(OWN_ACCOUNT, OTHER_ACCOUNT).forEach(this::account);
    staff.oneOfEach();
    staff.inCharge("accounts", IN_CHARGE);
    records.inCharge(OWN_ACCOUNT, IN_CHARGE);
    staff.person(OTHER_PERSON, "moderator");
    database.write(
        h ->
            h.execute(
                "insert into quality_day (day, seed, population) values (current_date - 1, 's',"
                    + " 9)"));
    letter =
        one(
            """
            insert into dead_letter (dlq_topic, partition, position, origin, consumer, payload, error, at)
            values ('a.dlq', 0, 0, 'a', 'moderation', 'x', 'unreadable', now()) returning id
            """);
    String policy = PolicySeed.inFile("policy.yaml");
    version =
        one(
            """
            insert into document_version (document, version, body, origin)
            select 'policy', left(encode(sha256(convert_to(t, 'UTF8')), 'hex'), 12), t, 'file'
            from (select ?::text as t) text returning id
            """,
            policy);
    database.write(
        h -> {
          h.execute("truncate school_link, connection, connection_invitation");
          h.execute(
              """
              insert into connection (connection_id, account, name, platform, address, credential, building, kind,
                administrator, renewal, begun_by, order_id, ordered_by, ordered_at, result)
              values (?, 'new', 'New', 'wordpress', 'https://new.example', 'new', 'maple-high', 'school', 'novak',
                false, 'lopez', ?, 'lopez', now(), ?::jsonb)
              """,
              CONNECTION,
              CONNECTION,
              """
              {"type": "CredentialConnected", "orderId": "%s", "account": "new", "at": "2026-01-05T12:00:00Z"}
              """
                  .formatted(CONNECTION));
          return h.execute(
              "insert into school_link (link_id, building, purpose, made_by) values (?,"
                  + " 'maple-high', 'x', 'lopez')",
              SCHOOL_LINK);
        });
    objections.blockedByHand(HAND_BLOCK, "id:somebody");
    objections.appealByName(HAND_BLOCK, "Nobody");
    guidance =
        one(
            """
            insert into guidance_version (english, spanish, published_by) values ('x', 'x', 'lopez')
            returning version
            """);
    draft = draft("policy");
    contacts = draft("district");
    trials(policy);
    records.request(REQUEST, OWN_ACCOUNT);
    deciding.allowed(MatrixRecords.ITEM, "Dana", "x", Duration.ofMinutes(9));
    picture(OWN_ACCOUNT, MatrixRecords.ITEM);
  }

  private String draft(String document) {
    return one(
        """
        insert into document_draft (document, name, body, base, owner, changed_by)
        values (?, 'A draft', ?, 'a1b2c3d4e5f6', 'lopez', 'lopez') returning id
        """,
        document,
        PolicySeed.inFile(document + ".yaml"));
  }

  /** Adds an account that is being read, on a platform that can do everything. */
  private void account(String id) {
    database.write(
        h ->
            h.execute(
                """
                insert into account_status values (?, ?::jsonb, now())
                on conflict (account) do update set status = excluded.status
                """,
                id,
                """
                {"account": "%s", "platform": "wordpress", "name": "Practice page", "state": "CONNECTED",
                 "capabilities": ["hide", "restore", "delete", "reply", "block-author", "unblock-author"],
                 "lagMillis": 0, "budgetLeft": 1.0, "pendingActions": 0, "at": "2026-01-05T12:00:00Z", "outcomes": []}
                """
                    .formatted(id)));
  }

  private void trials(String policy) {
    database.write(
        h -> {
          h.execute(
              """
              insert into shadow_run (draft_id, version, body, percent, started_by, ends_at, finished)
              values (?::bigint, 'v', ?, 100, 'lopez', now(), true)
              """,
              draft,
              policy);
          return h.execute(
              """
              insert into backtest_run (draft_id, version, body, against, against_body, days, started_by, state)
              values (?::bigint, 'v', ?, 'v', ?, 30, 'lopez', 'done')
              """,
              draft,
              policy,
              policy);
        });
  }

  /** Fills the parameters of a path; new parameters are added here. */
  String at(String path, There it) {
    String there =
        MatrixRecords.at(path, it.caseId())
            .replace("/cases/{id}", "/cases/" + it.caseId())
            .replace("/my-building/{id}", "/my-building/" + it.caseId())
            .replace("/known-pictures/{id}", "/known-pictures/1")
            .replace("{key}/frames/{second}", CommentPictures.key(VIDEO) + "/frames/0")
            .replace("{key}", CommentPictures.key(PICTURE))
            .replace("/passkeys/{id}", "/passkeys/0")
            .replace("/tips/{id}", "/tips/" + it.caseId())
            .replace("/school-links/{id}", "/school-links/" + SCHOOL_LINK)
            .replace("/connections/{id}", "/connections/" + CONNECTION)
            .replace("{platform}", "wordpress")
            .replace("{account}", "practice")
            .replace("{clock}", it.clock().toString())
            .replace("{proposal}", it.proposal().toString())
            .replace("{reply}", it.caseId().toString())
            .replace("{order}", it.caseId().toString())
            .replace("/appeals/by-hand/{id}", "/appeals/by-hand/" + HAND_BLOCK)
            .replace("/appeals/{id}", "/appeals/" + it.appeal())
            .replace("/blocks/{id}", "/blocks/" + it.block())
            .replace("{version}", guidance)
            .replace("/staff/{id}", "/staff/" + it.caseId())
            .replace("/hand-blocks/{id}", "/hand-blocks/" + HAND_BLOCK)
            .replace("/requests/{id}", "/requests/" + REQUEST)
            .replace("/searches/{search}", "/searches/" + REQUEST)
            .replace("/items/{item}", "/items/1")
            .replace("/earlier/{item}", "/earlier/1")
            .replace("/answer/{answer}/file", "/answer/" + REQUEST + "/file")
            .replace("/links/{link}", "/links/" + REQUEST)
            .replace("/bulk/{id}", "/bulk/" + it.bulk())
            .replace("/quality/{id}", "/quality/" + it.sample())
            .replace("/authors/{id}", "/authors/" + it.caseId())
            .replace("/comments/{id}", "/comments/" + CommentAddress.of(it.account(), it.comment()))
            .replace("/planned-posts/{id}", "/planned-posts/" + it.caseId())
            .replace("/posts/{id}", "/posts/" + CommentAddress.of(it.account(), it.comment()))
            .replace("/versions/{id}", "/versions/" + version)
            .replaceAll("/(drafts|clauses|trials|words)/\\{id}", "/$1/" + draft)
            .replace("/edit/{part}", "/edit/accounts")
            .replace("/forms/{id}/{part}/{item}", "/forms/" + contacts + "/people/0")
            .replace("{index}", "0")
            .replace("{token}", "x")
            .replace("/accounts/{id}", "/accounts/practice")
            .replace("/dead-letters/{id}", "/dead-letters/" + letter)
            .replace("/people/{name}", "/people/" + OTHER_PERSON);
    assertThat(there)
        .as("say in MatrixSeed what this part of the path stands for")
        .doesNotContain("{");
    return there;
  }

  private String one(String sql, Object... values) {
    return database.read(h -> h.select(sql, values).mapTo(String.class).one());
  }

  /** Returns words used only in this building. */
  static String words(String building) {
    return "Said at " + building;
  }

  /** Adds one of everything to a building, each building's on an account of its own. */
  There in(String building, String urgency) {
    return in(building, building.equals(StaffSeed.OWN) ? OWN_ACCOUNT : OTHER_ACCOUNT, urgency);
  }

  There in(String building, String account, String urgency) {
    String comment = UUID.randomUUID().toString();
    UUID id =
        seed.aCase(comment)
            .by("Author of " + comment)
            .saying(words(building))
            .found("ABUSE_DISCLOSURE", .97, "Says so.", "Said")
            .judged("escalate", "3.2")
            .urgency(urgency)
            .in(building)
            .on(account)
            .there();
    Escalated escalated = staff.escalated(id);
    deciding.hiddenBy(id, "policy");
    objections.waitingReply(id);
    There there =
        new There(
            id,
            account,
            comment,
            escalated.clockId(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID());
    staffMember(id, building);
    picture(account, comment);
    post(account, comment, building);
    author(id);
    planned(id, account, building);
    hang(there, building, comment);
    records.hang(id, building, account.equals(OWN_ACCOUNT) ? IN_CHARGE : "reyes");
    return there;
  }

  /** Adds a picture, so that none has to be fetched. */
  private void picture(String account, String comment) {
    database.write(
        h -> {
          CommentPictures.keep(
              h, new CommentKey(account, comment), PICTURE, PictureHost.picture("png", 9, 9));
          CommentFrames.keep(
              h, new CommentKey(account, comment), VIDEO, 0, PictureHost.picture("jpeg", 9, 9));
          return h.execute(
              "update revision set attachments = array[?, ?] where comment_id = ?",
              PICTURE,
              VIDEO,
              comment);
        });
  }

  /** Adds the page of the case's author, with the case's id; everyone has opened it. */
  private void author(UUID id) {
    database.write(
        h -> {
          h.execute(
              """
              insert into author (author_id, platform, account, author_key)
              select rc.case_id, c.platform, c.account, c.author_key
              from review_case rc join comment c using (account, comment_id) where rc.case_id = ?
              """,
              id);
          return h.execute(
              """
              insert into author_look (author_id, user_name, purpose, note)
              select ?, user_name, 'other', 'x' from console_user
              """,
              id);
        });
  }

  /** Adds someone of the staff with the case's id, who is named after what is said there. */
  private void staffMember(UUID id, String building) {
    database.write(
        h ->
            h.execute(
                """
                insert into staff_member (staff_id, building, name, email, language, added_by)
                values (?, ?, ?, ?, 'en', 'lopez')
                """,
                id,
                building,
                words(building),
                id + "@example.org"));
  }

  /** Adds a planned post, which has the case's id. */
  private void planned(UUID id, String account, String building) {
    database.write(
        h ->
            h.execute(
                "insert into planned_post (id, account, building, title, body, pictures,"
                    + " checked_by, author) values (?, ?, ?, ?, 'Body', 'none', '', 'lopez')",
                id,
                account,
                building,
                words(building)));
  }

  /** Adds a post with a finding, which has the comment's id. */
  private void post(String account, String comment, String building) {
    database.write(
        h -> {
          h.execute(
              """
              insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
              values (?, ?, '2026-01-05T12:00:00Z', 'v', ?, 'Body', array[?], false)
              """,
              account,
              comment,
              words(building),
              PICTURE);
          PostPictures.keep(
              h, new CommentKey(account, comment), PICTURE, PictureHost.picture("png", 9, 9));
          return h.execute(
              """
              insert into post_judgment (account, post_id, observed_at, building, clauses, findings, signs,
                policy_version, model_version, judged_at, state, found_at)
              values (?, ?, '2026-01-05T12:00:00Z', ?, '{4.2}', '[]', '{s}', 'p', 'm', now(), 'open', now())
              """,
              account,
              comment,
              building);
        });
  }

  private void hang(There there, String building, String comment) {
    String code = ShortCode.of(there.appeal().getLeastSignificantBits()).signs();
    database.write(
        h -> {
          h.execute(
              """
              insert into proposal (proposal_id, kind, subject, clause, proposed_by, reason, proposed_at, expires_at)
              values (?, 'delete-comment', ?, '3.2', 'lopez', 'Names a child.', now(), now() + interval '9 days')
              """,
              there.proposal(),
              there.caseId().toString());
          h.execute(
              "insert into appeal_reference (reference, case_id, about) values (?, ?, 'hide')",
              code,
              there.caseId());
          h.execute(
              """
              insert into appeal (appeal_id, case_id, reference, about, clause, channel, appellant, why, received_by, due_at)
              values (?, ?, ?, 'hide', '3.2', 'letter', 'Dana', 'No.', 'lopez', now() + interval '9 days')
              """,
              there.appeal(),
              there.caseId(),
              code);
          h.execute(
              """
              insert into author_block (block_id, case_id, account, author_key, author_name, clause, reason, notice,
                last_day, ends_at, state, proposed_by)
              select ?, rc.case_id, rc.account, c.author_key, c.author_name, '3.2', 'Again.', 'You are blocked.',
                current_date + 9, now() + interval '9 days', 'proposed', 'lopez'
              from review_case rc join comment c using (account, comment_id) where rc.case_id = ?
              """,
              there.block(),
              there.caseId());
          h.execute(
              "insert into block_violation (block_id, case_id, clause, at) values (?, ?, '3.2',"
                  + " now())",
              there.block(),
              there.caseId());
          h.execute(
              """
              insert into tip (tip_id, case_id, reference, state_hash, way, urgency, category, link, place, body,
                language, reporter, reporter_user, anonymous, screenshot, notified, received_at)
              values (?, ?, ?, ?, 'public', 'soon', '', '', '', ?, 'en', 'Dana', '', true, 'x', false, now())
              """,
              there.caseId(),
              there.caseId(),
              code,
              code,
              words(building));
          h.execute(
              "insert into bulk (bulk_id, by, decision) values (?, 'lopez', 'confirm')",
              there.bulk());
          h.execute(
              "insert into bulk_item values (?, 0, ?, 0, 'done', 'Done.')",
              there.bulk(),
              there.caseId());
          h.execute(
              """
              insert into quality_sample (sample_id, day, position, account, comment_id, revision, building,
                policy_version, model_version)
              values (?, current_date - 1, ?, ?, ?, '1', ?, 'p', 'm')
              """,
              there.sample(),
              samples.getAndIncrement(),
              there.account(),
              comment,
              building);
          h.execute(
              """
              insert into shadow_answer
              select id, ?, ?, '1', 'hide', 'allow', '{no-longer-hidden}', '{3.2}', now() from shadow_run
              """,
              there.account(),
              comment);
          return h.execute(
              """
              insert into backtest_example
              select id, 'no-longer-hidden', '3.2', ?, ?, '1' from backtest_run
              """,
              there.account(),
              comment);
        });
  }

  /** Adds a case by an author who broke the policy three times, without a proposed block. */
  UUID repeated(String building) {
    UUID id = new UUID(0, 0);
    for (String comment : List.of("first", "second", "third")) {
      id = seed.aCase(comment).by("Sam").in(building).decided("confirmed").there();
      objections.strike(id);
    }
    return id;
  }

  /** Adds an audit row newer than all others, so that it is on the first page. */
  void readLater(UUID caseId) {
    database.write(
        h ->
            h.execute(
                "insert into audit (at, actor, act, target) values (now() + interval '1 hour', 'x',"
                    + " 'case-read', ?)",
                caseId.toString()));
  }
}
