package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.redaction.ProposedRedaction;
import hallmonitor.moderation.casework.redaction.ProposerRule;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.redaction.RedactionProposals;
import hallmonitor.moderation.casework.redaction.RedactionProposals.Answered;
import hallmonitor.moderation.casework.redaction.TextWords;
import hallmonitor.moderation.casework.redaction.WordChoice;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.request.ReviewQueries.ItemNames;
import hallmonitor.moderation.finding.privacy.PrivateFactDetector;
import hallmonitor.moderation.finding.rule.Vocabulary;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.release.MediaReleaseList;
import hallmonitor.moderation.store.release.WithheldStudent;
import hallmonitor.moderation.store.request.KeptRedaction;
import hallmonitor.moderation.store.request.RequestRedactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the redactions of items, and proposes others. A proposal is made when the page is opened,
 * from the lists of that moment, and only its answer is stored.
 */
@ApplicationScoped
class RedactionDesk {
  private final ConsoleDatabase database;
  private final MediaReleaseList students;
  private final LiveRules rules;
  private final RequestOffice office;
  private final Viewer viewer;
  private List<WithheldStudent> read = List.of();
  private long readAt = -1;
  private final PrivateFactDetector facts = new PrivateFactDetector(new Vocabulary());

  RedactionDesk(
      ConsoleDatabase database,
      MediaReleaseList students,
      LiveRules rules,
      RequestOffice office,
      Viewer viewer) {
    this.database = database;
    this.students = students;
    this.rules = rules;
    this.office = office;
    this.viewer = viewer;
  }

  /**
   * Returns the redactions of an item.
   *
   * @param running whether the request is open, so that others are proposed
   * @param step how the choice of words moves, as in {@link WordChoice#moved}
   */
  RedactionSheet sheet(ReviewItem item, boolean running, WordChoice typed, String step) {
    boolean proposes = running && !item.isDisposed();
    String text = item.text();
    List<KeptRedaction> kept = kept(item.itemNo());
    List<KeptRedaction> confirmed = kept.stream().filter(KeptRedaction::isConfirmed).toList();
    List<WithheldStudent> listed = proposes ? listed() : List.of();
    TextWords words = new TextWords(text);
    return new RedactionSheet(
        text,
        proposes ? proposals(item, text, kept, listed) : List.of(),
        confirmed,
        WordChoice.of(typed.first(), typed.last(), words).moved(step, words),
        !item.isDisposed() && isStale(confirmed, text),
        viewer.isKeepsMediaReleases()
            ? listed.stream().filter(student -> !student.isReadable()).count()
            : 0,
        viewer.isKeepsMediaReleases());
  }

  /** Returns the redactions in effect; none of an item that was disposed of. */
  List<Redaction> confirmed(ReviewItem item) {
    return item.isDisposed()
        ? List.of()
        : database.read(
            h ->
                RequestRedactions.confirmed(h, List.of(item.itemNo()))
                    .getOrDefault(item.itemNo(), List.of()));
  }

  private List<KeptRedaction> kept(long itemNo) {
    return database.read(h -> RequestRedactions.of(h, itemNo));
  }

  private static boolean isStale(List<KeptRedaction> confirmed, String text) {
    String hash = Redaction.hash(text);
    return confirmed.stream()
        .anyMatch(k -> k.getWhat() == RedactedPart.TEXT && !k.textHash().equals(hash));
  }

  /** Returns what is proposed now. */
  List<ProposedRedaction> proposals(ReviewItem item) {
    return proposals(item, item.text(), kept(item.itemNo()), listed());
  }

  /** Leaves out items with an author or title that names a student on the list. */
  List<Long> withoutStudents(List<ItemNames> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    RedactionProposals proposer = proposer(listed());
    return items.stream()
        .filter(
            item ->
                Stream.of(item.author(), item.title()).distinct().noneMatch(proposer::namesStudent))
        .map(ItemNames::itemNo)
        .toList();
  }

  /**
   * A refusal that is over still names a student. Only people who keep the list learn of it; the
   * others see those that hold, as findings show them.
   */
  private List<WithheldStudent> listed() {
    LocalDate today = office.today();
    return everyone().stream()
        .filter(student -> viewer.isKeepsMediaReleases() || student.holdsOn(today))
        .toList();
  }

  /** Opens the sealed names once for each change; unread ones are tried again. */
  private synchronized List<WithheldStudent> everyone() {
    long changes = students.changes();
    if (changes != readAt || !read.stream().allMatch(WithheldStudent::isReadable)) {
      read = students.all();
      readAt = changes;
    }
    return read;
  }

  private RedactionProposals proposer(List<WithheldStudent> listed) {
    List<String> names =
        Stream.concat(
                rules.refusalsInFile().stream(),
                listed.stream().filter(WithheldStudent::isReadable).map(WithheldStudent::name))
            .distinct()
            .toList();
    return new RedactionProposals(facts, rules.names().withholding(names), office.rules());
  }

  private List<ProposedRedaction> proposals(
      ReviewItem item, String text, List<KeptRedaction> kept, List<WithheldStudent> listed) {
    return proposer(listed)
        .of(
            text,
            item.authorName(),
            item.title(),
            kept.stream()
                .filter(KeptRedaction::isConfirmed)
                .filter(k -> k.span().to() <= text.length())
                .map(KeptRedaction::redaction)
                .toList(),
            kept.stream()
                .filter(k -> k.state().equals("rejected"))
                .map(
                    k ->
                        new Answered(
                            k.getWhat(),
                            k.span(),
                            EnumCodes.read(ProposerRule.class, k.rule()),
                            k.textHash()))
                .toList());
  }
}
