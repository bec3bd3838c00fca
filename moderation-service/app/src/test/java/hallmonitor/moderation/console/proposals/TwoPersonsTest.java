package hallmonitor.moderation.console.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.RecordsSeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.TwoPersons;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that an account which one person made or changed is no second person to them. */
@ConsoleTest
class TwoPersonsTest {
  private static final UUID FORM = UUID.randomUUID();

  @Inject ConsoleDatabase database;
  @Inject ApprovalAlarmPost post;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private String hold;
  private ConsoleBrowser brandt;
  private ConsoleBrowser haddad;

  @BeforeEach
  void start() {
    RecordsSeed records = new RecordsSeed(database);
    records.nothing();
    StaffSeed staff = new StaffSeed(database, records.seed());
    staff.person("brandt", "administrator");
    staff.person("haddad", "administrator");
    staff.person("lopez", "administrator");
    brandt = ConsoleBrowser.signedIn("brandt");
    haddad = ConsoleBrowser.signedIn("haddad");
    UUID id = records.decided("1", StaffSeed.OWN, "You fool");
    brandt.post(
        "/records/holds",
        Map.of("covers", "case", "case", id.toString(), "matter", "Doe", "reason", "A lawsuit."));
    hold = one("select hold_id::text from record_hold");
  }

  private String one(String sql) {
    return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
  }

  private void change(String sql, Object... values) {
    database.write(h -> h.execute(sql, values));
  }

  /** Adds an administrator as the People page does; the password is then the usual one. */
  private ConsoleBrowser adds(ConsoleBrowser maker, String name) {
    ConsoleResponse added =
        maker.post(
            "/people",
            Map.of("userName", name, "displayName", name, "role", "administrator", "way", "hand"));
    assertThat(added.statusCode()).isEqualTo(200);
    return usualPassword(name);
  }

  private ConsoleBrowser usualPassword(String name) {
    change(
        """
        update console_user set must_change_password = false, password_hash =
          (select password_hash from console_user where user_name = 'brandt')
        where user_name = ?
        """,
        name);
    return ConsoleBrowser.signedIn(name);
  }

  private void propose(ConsoleBrowser by) {
    ConsoleResponse proposed =
        by.post(
            "/records/holds/" + hold + "/lifting",
            Map.of("form", FORM.toString(), "reason", "Settled."));
    assertThat(proposed.statusCode()).isEqualTo(303);
  }

  private ConsoleResponse approve(ConsoleBrowser by) {
    return by.post("/records/holds/" + hold + "/lifting/" + FORM, Map.of("answer", "approve"));
  }

  private boolean isLifted() {
    return one("select (lifted_at is not null)::text from record_hold").equals("true");
  }

  @Test
  void anAccountOfTheProposersMakingApprovesNothing() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(brandt);

    ConsoleResponse refused = approve(ruiz);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("made the account of ruiz", "30 days");
    assertThat(isLifted()).isFalse();
    assertThat(ruiz.get("/records").asString())
        .contains("These people can approve it", "haddad")
        .doesNotContain("Approve: lift");
    assertThat(approve(haddad).statusCode()).isEqualTo(303);
    assertThat(isLifted()).isTrue();
  }

  @Test
  void thePersonWhoMadeTheProposersAccountApprovesNothingOfTheirs() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(ruiz);

    assertThat(approve(brandt).asString()).contains("made the account of ruiz");
    assertThat(isLifted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "second-factor", "email", "role", "invite"})
  void anAccountThatTheProposerChangedApprovesNothing(String what) {
    switch (what) {
      case "password" -> brandt.post("/people/lopez", Map.of("act", "reset"));
      case "second-factor" -> brandt.post("/people/lopez/sign-in/second-factor", Map.of());
      case "email" ->
          brandt.post("/people/lopez/sign-in/email", Map.of("email", "me@maple.example"));
      case "role" -> brandt.post("/people/lopez", Map.of("act", "role", "role", "records-officer"));
      default -> brandt.post("/people/lopez", Map.of("act", "invite", "email", "me@maple.example"));
    }
    ConsoleBrowser lopez = usualPassword("lopez");
    change("update console_user set role = 'administrator' where user_name = 'lopez'");
    propose(brandt);

    assertThat(approve(lopez).asString()).contains("changed the account of");
    assertThat(isLifted()).isFalse();
  }

  @Test
  void anAccountThatSuchAnAccountMadeApprovesNothingEither() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    ConsoleBrowser vega = adds(ruiz, "vega");
    propose(brandt);

    assertThat(approve(vega).asString()).contains("comes from");
    assertThat(isLifted()).isFalse();
  }

  @Test
  void afterTheDaysTheAccountIsAnotherPerson() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    older("ruiz", 31);
    propose(brandt);

    assertThat(approve(ruiz).statusCode()).isEqualTo(303);

    assertThat(isLifted()).isTrue();
    assertThat(one("select count(*)::text from approval_alarm")).isEqualTo("0");
  }

  @Test
  void aNewPasswordTiesForThreeDaysOnly() {
    brandt.post("/people/lopez", Map.of("act", "reset"));
    ConsoleBrowser lopez = usualPassword("lopez");
    older("lopez", 2);
    propose(brandt);
    assertThat(approve(lopez).asString()).contains("changed the account of", "For 3 days");
    older("lopez", 2);

    assertThat(approve(lopez).statusCode()).isEqualTo(303);
  }

  @Test
  void aLinkToTheContactsTiesNobody() {
    change("insert into audit (actor, act, target) values ('brandt', 'linked', 'lopez')");
    propose(brandt);

    assertThat(approve(ConsoleBrowser.signedIn("lopez")).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete-comment", "dispose-records", "change-access"})
  void twoAccountsOfASoleAdministratorDoNothingGrave(String kind) {
    change("delete from console_user where user_name in ('haddad', 'lopez')");
    adds(brandt, "ruiz");
    adds(brandt, "vega");
    adds(brandt, "weiss");
    change("update console_user set email = user_name || '@maple.example'");

    assertThatThrownBy(() -> proposedByRuizApprovedByVega(kind))
        .hasMessageContaining("are not two persons");
    assertThat(refusal())
        .contains("made or changed both accounts", "Ask another person to approve this");
    assertThat(proposedByRuizApprovedByVega("reply")).isEqualTo(1);
  }

  @Test
  void anotherAdministratorWithAnAddressIsToldOfBothAccountsInstead() {
    adds(brandt, "ruiz");
    adds(brandt, "vega");
    assertThat(refusal()).as("nobody has an address").contains("both accounts");
    change("update console_user set email = 'brandt@maple.example' where user_name = 'brandt'");
    assertThat(refusal()).as("only the maker has one").contains("both accounts");
    change("update console_user set email = 'haddad@maple.example' where user_name = 'haddad'");

    assertThat(refusal()).isEmpty();
    assertThat(proposedByRuizApprovedByVega("delete-comment")).isEqualTo(1);
  }

  private String refusal() {
    return database.read(
        h ->
            TwoPersons.tie(h, "ruiz", "vega", true)
                .map(tie -> tie.refusal().toString())
                .orElse(""));
  }

  private int proposedByRuizApprovedByVega(String kind) {
    return database.write(
        h -> {
          h.execute(
              """
              insert into proposal (proposal_id, kind, subject, proposed_by, reason, proposed_at, expires_at)
              values (gen_random_uuid(), ?, 'both', 'ruiz', 'x', now(), now() + interval '1 day')
              """,
              kind);
          int approved =
              h.execute(
                  "update proposal set state = 'approved', answered_by = 'vega' where subject = 'both'");
          h.rollback();
          return approved;
        });
  }

  @Test
  void anAppealIsDecidedByATiedAccountIfNobodyElseIsThere() {
    adds(brandt, "ruiz");
    assertThatThrownBy(this::decidesAgainstBrandt).hasMessageContaining("Ask another person");
    change("update console_user set role = 'auditor' where user_name in ('haddad', 'lopez')");
    assertThatThrownBy(() -> decides("brandt")).hasMessageContaining("another person than brandt");

    decidesAgainstBrandt();

    assertThat(one("select act || ' ' || maker from approval_alarm where approver = 'ruiz'"))
        .startsWith("appeal-upheld brandt");
    decides("ruiz");
  }

  private void decidesAgainstBrandt() {
    database.write(
        h -> {
          TwoPersons.decide(h, List.of("brandt"), "ruiz", "appeal-upheld", "case 1");
          return true;
        });
  }

  private void decides(String person) {
    database.read(h -> h.execute("select must_decide_appeal(array['brandt'], ?)", person));
  }

  @Test
  void whatIsNotGraveIsOneAlarmForEachAccountAndWhatIsOneEachTime() {
    adds(brandt, "ruiz");
    for (String act : List.of("approve-reply", "block-approved", "approve-lift-hold")) {
      approves(act);
      approves(act);
    }
    assertThat(one("select string_agg(act, ' ' order by alarm_id) from approval_alarm"))
        .isEqualTo("approve-reply approve-lift-hold approve-lift-hold");
  }

  private void approves(String act) {
    database.write(
        h -> {
          TwoPersons.noteOrigin(h, "ruiz", act, "x");
          return true;
        });
  }

  @Test
  void anAlarmThatOnlyTheMakerCouldBeToldOfIsOnThePageOfApprovals() {
    change("update console_user set email = 'brandt@maple.example' where user_name = 'brandt'");
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(haddad);

    assertThat(approve(ruiz).statusCode()).isEqualTo(303);

    assertThat(one("select count(*)::text from approval_alarm_told")).isEqualTo("0");
    assertThat(haddad.get("/proposals").asString())
        .contains("a hold is lifted", "Approved by an account that Elias Brandt made");
  }

  @Test
  void aDistrictCanTurnTheRuleOff() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(brandt);
    days(0);
    try {
      assertThat(approve(ruiz).statusCode()).isEqualTo(303);
    } finally {
      days(30);
    }
  }

  private void days(int days) {
    database.write(
        h -> {
          TwoPersons.setDays(h, days);
          return days;
        });
  }

  private void older(String account, int days) {
    database.write(
        h -> {
          h.execute("alter table audit disable trigger user");
          h.execute(
              "update audit set at = at - make_interval(days => ?) where target = ?",
              days,
              account);
          return h.execute("alter table audit enable trigger user");
        });
  }

  @Test
  void aProposerWithoutAnybodyElseReadsWhatToDo() {
    change("delete from console_user where user_name in ('haddad', 'lopez')");
    adds(brandt, "ruiz");
    propose(brandt);

    assertThat(brandt.get("/records").asString())
        .contains("Nobody else can approve it now", "30 days");
  }

  @Test
  void whereTheAccountComesFromIsShownBesideTheApprovalAndKept() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(haddad);
    assertThat(ruiz.get("/records").asString()).contains("Account made by", "Approve: lift");

    assertThat(approve(ruiz).statusCode()).isEqualTo(303);

    assertThat(one("select detail from audit where act = 'approver-account' and actor = 'ruiz'"))
        .startsWith("made by brandt on 2");
    assertThat(haddad.get("/audit").asString())
        .contains("Approved with an account that someone else made or changed");
  }

  @Test
  void theOtherAdministratorsAreMailedOnceWhenANewAccountApproves() throws Exception {
    for (String name : List.of("brandt", "haddad", "lopez")) {
      change(
          "update console_user set email = ? where user_name = ?", name + "@maple.example", name);
    }
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    change("update console_user set email = 'ruiz@maple.example' where user_name = 'ruiz'");
    propose(haddad);
    assertThat(approve(ruiz).statusCode()).isEqualTo(303);
    GreenMail mails = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    mails.start();
    try {
      post.tellDue();
      await().atMost(Duration.ofMinutes(1)).until(() -> mails.getReceivedMessages().length == 3);
      post.tellDue();
      var told = mails.getReceivedMessages();
      assertThat(Arrays.stream(told).map(mail -> GreenMailUtil.getAddressList(recipients(mail))))
          .doesNotContain("ruiz@maple.example")
          .hasSize(3);
      assertThat(told[0].getSubject()).contains("ruiz approved with a new or changed account");
      assertThat(GreenMailUtil.getWholeMessage(told[0]))
          .contains("a hold is lifted", "/people/ruiz");
    } finally {
      mails.stop();
    }
  }

  private static jakarta.mail.Address[] recipients(jakarta.mail.internet.MimeMessage mail) {
    try {
      return mail.getAllRecipients();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into proposal (proposal_id, kind, subject, proposed_by, reason, proposed_at, expires_at)"
            + " values (gen_random_uuid(), 'reply', 'x', 'brandt', 'x', now(), now() + interval '1 day');"
            + " update proposal set state = 'approved', answered_by = ? where subject = 'x'",
        "insert into author_block (block_id, case_id, account, author_key, author_name, clause, reason, notice, last_day,"
            + " ends_at, state, proposed_by) select gen_random_uuid(), case_id, 'a', 'k', 'n', '2.1', 'x', 'x',"
            + " current_date + 9, now() + interval '9 days', 'proposed', 'brandt' from review_case limit 1;"
            + " update author_block set state = 'approved', approved_by = ? where author_key = 'k'",
        ";insert into document_version (document, version, body, origin, proposed_by, approved_by)"
            + " values ('policy', 'two-persons', '', 'console', 'brandt', ?)",
        "insert into register_entry (entry_id, name, platform, kind, building, state, filed_by)"
            + " values (gen_random_uuid(), 'two', 'x', 'school', '', 'requested', 'brandt');"
            + " update register_entry set state = 'registered', decided_by = ?, decided_at = now() where name = 'two'",
        "insert into planned_post (id, account, building, title, body, pictures, checked_by, state, author)"
            + " values (gen_random_uuid(), 'a', 'b', 'two', '', 'none', '', 'asked', 'brandt');"
            + " update planned_post set state = 'approved', answered_by = ? where title = 'two'",
        "insert into hand_block (hand_block_id, account, author_key, author_name, first_seen_at, seen_at, noted_by, noted_at, reason, last_day, ends_at)"
            + " values ('00000000-0000-0000-0000-0000000000aa', 'a', 'x:n', 'n', now(), now(), 'brandt', now(), 'x', current_date, now());"
            + "insert into hand_block_appeal (appeal_id, reference, by_name, account, author_name, hand_block_id, appellant, contact, why, code_hash, due_at)"
            + " values (gen_random_uuid(), 'two', false, 'a', 'n', '00000000-0000-0000-0000-0000000000aa', 'n', 'c', 'w', 'h', now());"
            + " update hand_block_appeal set state = 'upheld', decided_by = ?, decided_at = now(), reason = 'x' where reference = 'two'",
        "insert into appeal_reference (reference, case_id, about) select 'two', case_id, 'hide' from review_case limit 1;"
            + "insert into case_event (case_id, actor, kind) select case_id, 'brandt', 'confirmed' from review_case limit 1;"
            + "insert into appeal (appeal_id, case_id, reference, about, clause, channel, appellant, why, due_at, received_by)"
            + " select gen_random_uuid(), case_id, 'two', 'hide', '2.1', 'letter', 'n', 'w', now(), 'lopez' from review_case limit 1;"
            + " update appeal set state = 'upheld', decided_by = ?, decided_at = now(), reason = 'x' where reference = 'two'"
      })
  void theDatabaseRefusesItToo(String sql) {
    adds(brandt, "ruiz");
    List<String> statements = Arrays.stream(sql.split(";")).filter(s -> !s.isBlank()).toList();
    String approval = statements.get(statements.size() - 1);

    assertThatThrownBy(
            () ->
                database.write(
                    h -> {
                      statements.subList(0, statements.size() - 1).forEach(h::execute);
                      return h.execute(approval, "ruiz");
                    }))
        .hasMessageContaining("are not two persons");
    database.write(
        h -> {
          statements.subList(0, statements.size() - 1).forEach(h::execute);
          assertThat(h.execute(approval, "haddad")).isEqualTo(1);
          h.rollback();
          return 1;
        });
  }
}
