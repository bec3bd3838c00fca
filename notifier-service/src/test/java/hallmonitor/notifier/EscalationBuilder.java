package hallmonitor.notifier;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEscalated.Finding;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.queue.EscalationRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Builds escalations for tests. */
public final class EscalationBuilder {
  private String category = "threat";
  private CaseEscalated.Urgency urgency = CaseEscalated.Urgency.IMMEDIATE;
  private String building = "cedar-high";
  private String account = "news";
  private String accountName = "Cedar High news";
  private List<String> roles = List.of("principal");
  private boolean hideOrdered = true;
  private String author = "Dana Reyes";
  private Optional<String> english = Optional.empty();
  private List<String> quoted = List.of("tomorrow");
  private final List<Finding> others = new ArrayList<>();
  private String text = "wait until tomorrow at the gym " + UUID.randomUUID();
  private Instant at = Instant.now();
  private UUID caseId = UUID.randomUUID();
  private String post = UUID.randomUUID().toString();
  private Optional<String> authorId = Optional.empty();
  private Optional<String> permalink = Optional.empty();
  private Optional<String> spanishTitle = Optional.empty();
  private Optional<String> hideNotDone = Optional.empty();

  public static EscalationBuilder anEscalation() {
    return new EscalationBuilder();
  }

  public EscalationBuilder of(String aCategory) {
    category = aCategory;
    return this;
  }

  public EscalationBuilder urgent(CaseEscalated.Urgency anUrgency) {
    urgency = anUrgency;
    return this;
  }

  public EscalationBuilder in(String aBuilding) {
    building = aBuilding;
    return this;
  }

  public EscalationBuilder on(String anAccount, String itsName) {
    account = anAccount;
    accountName = itsName;
    return this;
  }

  public EscalationBuilder to(String... someRoles) {
    roles = List.of(someRoles);
    return this;
  }

  public EscalationBuilder leftVisible() {
    hideOrdered = false;
    return this;
  }

  public EscalationBuilder by(String anAuthor) {
    author = anAuthor;
    return this;
  }

  /** Sets what each detector quotes; by default one quotes a time. */
  public EscalationBuilder quotedByDetectors(String... words) {
    quoted = List.of(words);
    return this;
  }

  /** Adds something else that was seen in it. */
  public EscalationBuilder alsoFound(String aCategory, double score) {
    others.add(new Finding(aCategory, score, "model", List.of(), "A sign."));
    return this;
  }

  /** Adds a picture that the district looks for. */
  public EscalationBuilder showing(String listedAs) {
    return found(Finding.KNOWN_PICTURE, List.of(), "It is listed as " + listedAs + ".");
  }

  /** Adds a picture with words. */
  public EscalationBuilder showingWords(String words) {
    return found(Finding.IN_A_PICTURE, List.of(words), "In a picture of the comment.");
  }

  private EscalationBuilder found(String detector, List<String> words, String why) {
    quoted = List.of();
    others.add(new Finding(category, 1, detector, words, why));
    return this;
  }

  /** Sets its English translation, which the moderation service adds to Spanish comments. */
  public EscalationBuilder inEnglish(String words) {
    english = Optional.of(words);
    return this;
  }

  public EscalationBuilder saying(String aText) {
    text = aText;
    return this;
  }

  public EscalationBuilder at(String time) {
    at = Instant.parse(time);
    return this;
  }

  public EscalationBuilder ofCase(UUID aCase) {
    caseId = aCase;
    return this;
  }

  /** Sets the platform's id of the post; by default every escalation has its own post. */
  public EscalationBuilder under(String aPost) {
    post = aPost;
    return this;
  }

  /** Sets the platform's id of the author; by default a guest. */
  public EscalationBuilder byAccount(String anAuthorId) {
    authorId = Optional.of(anAuthorId);
    return this;
  }

  /** Sets where the comment is on the platform. */
  public EscalationBuilder linked(String aPermalink) {
    permalink = Optional.of(aPermalink);
    return this;
  }

  /** Sets the Spanish title of its clause; by default the district gave it none. */
  public EscalationBuilder titledInSpanish(String aTitle) {
    spanishTitle = Optional.of(aTitle);
    return this;
  }

  /** Marks its hide as ordered but not carried out. */
  public EscalationBuilder notHidden() {
    hideNotDone = Optional.of("Hide it by hand.");
    return leftVisible();
  }

  public CaseEscalated event() {
    return new CaseEscalated(
        UUID.randomUUID(),
        caseId,
        new CommentRef("wordpress", account, "17"),
        "r1",
        "4.2",
        "Threats",
        category,
        urgency,
        building,
        roles,
        hideOrdered,
        hideNotDone,
        new Snapshot(
            accountName,
            author,
            text,
            "Homecoming",
            Optional.empty(),
            permalink,
            findings(),
            english),
        "p1",
        "m1",
        at,
        at,
        Optional.of(capture()),
        spanishTitle);
  }

  private List<Finding> findings() {
    return Stream.concat(
            quoted.stream()
                .map(words -> new Finding(category, 0.97, "scout", List.of(words), "A time.")),
            others.stream())
        .toList();
  }

  private Capture capture() {
    return new Capture(
        new CommentSeen(
            new CommentRef("wordpress", account, "17"),
            "r1",
            CommentSeen.Kind.CREATED,
            new CommentSeen.Post(post, "Homecoming", "", Optional.empty()),
            Optional.empty(),
            new CommentSeen.Author(authorId, author),
            text,
            CommentSeen.Visibility.VISIBLE,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            at,
            CommentSeen.Lane.LIVE,
            "{}",
            Optional.empty()),
        List.of(),
        List.of(),
        false,
        "4.2",
        "p1",
        "m1",
        "policy",
        Optional.of(at),
        at);
  }

  public Escalation build() {
    return EscalationRecord.read(EventJson.write(event()));
  }
}
