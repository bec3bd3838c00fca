package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.casework.Fixtures;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.pipeline.jobs.HeldHideReleaseJob;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.text.language.Language;
import hallmonitor.settings.district.DangerLane;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Polling;
import hallmonitor.settings.district.District.QuietHours;
import hallmonitor.settings.district.PlatformNames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The pipeline on its own database, judging by a few plain words. The clock stands at one minute
 * past noon.
 */
public final class Stage {
  public static final Clock CLOCK = Clock.fixed(SeenComment.NOON.plusSeconds(60), ZoneOffset.UTC);
  private static final Map<String, Category> WORDS =
      Map.of(
          "damn", Category.PROFANITY,
          "idiot", Category.BULLYING,
          "shoot", Category.THREAT,
          "beats me", Category.ABUSE_DISCLOSURE,
          "he has a knife", Category.THREAT_REPORT);

  public final TestDatabase database = TestDatabase.fresh();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final PipelineMetrics metrics = new PipelineMetrics(meters);
  private final Detectors plainWords = new Detectors(List.of(new PlainWords()));
  private final Precedence precedence = new Precedence();
  public final CommentPipeline pipeline = pipeline(plainWords);
  public final ServiceEventHandlers handlers =
      new ServiceEventHandlers(
          database.jdbi(), CLOCK, () -> {}, precedence, metrics, id -> Optional.empty());
  public final HeldHideReleaseJob held =
      new HeldHideReleaseJob(
          database.jdbi(), CaseSettings.DEFAULT.sealWait(), CLOCK, () -> {}, metrics);

  public CommentPipeline pipeline(Detectors detectors) {
    return pipeline(rules(detectors), ContextSettings.DEFAULT);
  }

  public CommentPipeline pipeline(RuleSnapshot rules, ContextSettings context) {
    return pipeline(rules, context, ThirdOpinion.NONE);
  }

  public CommentPipeline pipeline(
      RuleSnapshot rules, ContextSettings context, ThirdOpinion thirdOpinion) {
    return new CommentPipeline(parts(rules, context, thirdOpinion), 2, precedence, () -> {});
  }

  public SecondLook secondLook(
      RuleSnapshot rules, ContextSettings context, ThirdOpinion thirdOpinion) {
    return new SecondLook(parts(rules, context, thirdOpinion), 2, precedence);
  }

  /** Lets the second look read until nothing is left. */
  public void lookAgain(SecondLook secondLook) throws Exception {
    while (secondLook.lookAtSome().isZero()) {}
  }

  public LookParts parts() {
    return parts(rules(), ContextSettings.DEFAULT, ThirdOpinion.NONE);
  }

  public LookParts parts(Detectors detectors) {
    return parts(rules(detectors), ContextSettings.DEFAULT, ThirdOpinion.NONE);
  }

  private LookParts parts(RuleSnapshot rules, ContextSettings context, ThirdOpinion thirdOpinion) {
    return new LookParts(
        database.jdbi(),
        () -> rules,
        thirdOpinion,
        text -> text.startsWith("La ") ? Language.SPANISH : Language.ENGLISH,
        CaseSettings.DEFAULT,
        context,
        CLOCK,
        () -> {},
        metrics);
  }

  public RuleSnapshot rules() {
    return rules(plainWords);
  }

  public RuleSnapshot rules(Detectors detectors) {
    return new RuleSnapshot(district(), Fixtures.POLICY, "policy-1", detectors, "model-1");
  }

  /** Handles these as one batch. */
  public void receive(SeenComment... comments) throws Exception {
    receive(Arrays.asList(comments));
  }

  public void receive(List<SeenComment> comments) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> batch =
        comments.stream().map(SeenComment::record).toList();
    pipeline.handle(batch);
  }

  public List<ActionOrdered> orders() {
    return outbox(Topic.ACTIONS, ActionOrdered.class);
  }

  public List<CaseEscalated> escalations() {
    return outbox(Topic.ESCALATIONS, CaseEscalated.class);
  }

  public List<CaseEvent> caseEvents() {
    return outbox(Topic.CASE_EVENTS, CaseEvent.class);
  }

  /** Seals everything that was escalated, as records 1, 2 and so on. */
  public void seal() throws Exception {
    List<CaseEscalated> escalations = escalations();
    List<EscalationEvent> seals = new ArrayList<>();
    for (int i = 0; i < escalations.size(); i++) {
      CaseEscalated e = escalations.get(i);
      seals.add(
          new EvidenceSealed(
              e.escalationId(), e.caseId(), i + 1, "ab".repeat(32), SeenComment.NOON));
    }
    hear(seals.toArray(EscalationEvent[]::new));
  }

  /** Returns the answer of a platform that carried out an order. */
  static ActionTaken taken(ActionOrdered order, Instant at) {
    return new ActionTaken(
        order.actionId(), order.caseId(), order.comment(), order.action(), true, "hold", at);
  }

  /** Handles these notifier events as one batch. */
  public void hear(EscalationEvent... events) throws Exception {
    handlers
        .escalationEvents()
        .handle(
            Arrays.stream(events)
                .map(
                    e ->
                        new ConsumerRecord<byte[], byte[]>(
                            "escalation-events", 0, 0, null, EventJson.write(e)))
                .toList());
  }

  private <T> List<T> outbox(Topic topic, Class<T> type) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("select payload from outbox where topic = :topic order by id")
                    .bind("topic", topic.topicName())
                    .mapTo(byte[].class)
                    .map(bytes -> EventJson.read(bytes, type))
                    .list());
  }

  /** Returns everything that the pipeline writes, except ids and times made by the database. */
  public List<List<Map<String, Object>>> everything() {
    return List.of(
        database.rows("select * from post order by 1, 2"),
        database.rows("select * from comment order by 1, 2"),
        database.rows(
            "select account, comment_id, revision, kind, body, outcome, clauses::text,"
                + " findings::text from revision order by 1, 2, 3"),
        database.rows(
            "select account, comment_id, at, visibility, action_id from visibility_change order by"
                + " 1, 2, 3, 4"),
        database.rows("select account, comment_id, at, revision from text_change order by 1, 2, 3"),
        database.rows("select * from review_case order by 1"),
        database.rows("select case_id, actor, kind, detail, dedupe from case_event order by id"),
        database.rows("select * from ordered_action order by 1"),
        database.rows(
            "select action_id, case_id, escalation_id, held_at, release_at from held_action order"
                + " by 1"),
        database.rows("select * from escalation_state order by 1"),
        database.rows("select * from case_clock order by 1"),
        database.rows("select * from evidence_seal order by 1"),
        database.rows("select * from strike order by 1"),
        database.rows("select * from attack order by 1, 2, 3"),
        database.rows("select topic, key, encode(payload, 'escape') from outbox order by id"));
  }

  public static District district() {
    return new District(
        "Maple Valley School District 12",
        ZoneId.of("America/Chicago"),
        new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0), Set.of()),
        new DangerLane(Duration.ofHours(2), Duration.ofMinutes(30)),
        List.of(),
        List.of(new Building("maple-high", "Maple Valley High School")),
        List.of(),
        List.of(
            new Account(
                "practice",
                "Maple Valley High School news",
                "wordpress",
                "maple-high",
                AccountKind.SCHOOL,
                PlatformNames.FREE,
                "novak",
                URI.create("http://127.0.0.1:8090"),
                "practice",
                Set.of(),
                new Polling(Duration.ofMillis(500), Duration.ofSeconds(5), Optional.empty()))));
  }

  private static final class PlainWords implements Detector {
    @Override
    public String name() {
      return "plain-words";
    }

    @Override
    public List<Finding> detect(Comment comment) {
      String text = comment.text();
      return WORDS.entrySet().stream()
          .filter(word -> text.contains(word.getKey()))
          .map(
              word ->
                  new Finding(
                      word.getValue(),
                      1,
                      name(),
                      List.of(
                          new Span(
                              text.indexOf(word.getKey()),
                              text.indexOf(word.getKey()) + word.getKey().length())),
                      "It says '" + word.getKey() + "'."))
          .toList();
    }

    @Override
    public List<Finding> glance(Comment comment) {
      return detect(comment);
    }
  }
}
