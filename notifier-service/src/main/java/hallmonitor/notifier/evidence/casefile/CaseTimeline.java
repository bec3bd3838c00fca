package hallmonitor.notifier.evidence.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events of the case, in the order of sealing, from all kinds of records. */
final class CaseTimeline {
  /** The fields of a record's content that are shown, in this order. */
  private static final List<String> TOLD =
      List.of(
          "actor",
          "by",
          "user",
          "person",
          "role",
          "from",
          "to",
          "answer",
          "action",
          "gateway",
          "outcome",
          "until",
          "nextStep",
          "title",
          "dueAt",
          "source",
          "reason",
          "note",
          "detail",
          "message",
          "why",
          "url",
          "mediaType",
          "bytes",
          "sha256");

  /** Those of them that name a person. */
  private static final Set<String> PEOPLE = Set.of("actor", "by", "user", "person", "from", "to");

  /** Those of them that the program writes, with times in its sentences. */
  private static final Set<String> PROGRAM = Set.of("detail", "message", "why");

  /** A person's act is shown with "by", no matter what the record calls it. */
  private static final Map<String, String> LABELS = Map.of("actor", "by", "user", "by");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("CaptureAsked", "captured by hand"),
          Map.entry("CaseViewed", "opened the case"),
          Map.entry("WordsRead", "read the comment on the answer page"),
          Map.entry("PictureSeen", "saw a picture of the comment on the answer page"),
          Map.entry("ActionAsked", "asked for an action on the answer page"),
          Map.entry("CaseAnswered", "answered the escalation"),
          Map.entry("DutyDone", "did what a duty asks"),
          Map.entry("NoticeSent", "notice accepted by the mail server"),
          Map.entry("NoticeFailed", "notice failed"),
          Map.entry("MessageReported", "message beside the mail"),
          Map.entry("Acknowledged", "acknowledged"),
          Map.entry("AcknowledgmentExpired", "acknowledgment ran out"),
          Map.entry("Reminded", "reminded"),
          Map.entry("PassedOn", "passed on to the next"),
          Map.entry("HandedOver", "handed over"),
          Map.entry("Undelivered", "nobody could be reached"),
          Map.entry("ClockStarted", "a clock started"),
          Map.entry("ClockStopped", "a clock stopped"),
          Map.entry("Closed", "closed"));

  private static final Set<String> DECISIONS = Set.of("CaseAnswered", "Closed", "DutyDone");
  static final Set<String> MACHINES = Set.of("", "policy", "ingest", "notifier", "system");
  private static final Set<String> SIGHTS =
      Set.of(
          "CaseViewed",
          "WordsRead",
          "PictureSeen",
          "CaseAnswered",
          "Acknowledged",
          "NoticeSent",
          "CaptureAsked");

  /**
   * One line.
   *
   * @param what what happened, in a few words
   * @param details names and values, in order
   */
  record Line(long sequence, String at, String what, List<String> details) {}

  private final List<CaseRecord> records;
  private final CasePeople people;

  CaseTimeline(List<CaseRecord> records, CasePeople people) {
    this.records = List.copyOf(records);
    this.people = people;
  }

  Optional<CaseRecord> firstCapture() {
    return records.stream().filter(CaseRecord::isCapture).findFirst();
  }

  List<Line> timeline() {
    return records.stream().map(this::line).toList();
  }

  /** Returns people's decisions. */
  List<Line> decisions() {
    return records.stream()
        .filter(
            r ->
                DECISIONS.contains(r.type())
                    || (r.type().equals("CaseChanged")
                        && !MACHINES.contains(r.content().path("actor").asText())))
        .map(this::line)
        .toList();
  }

  /** Returns who is known to have seen the case or to have been notified of it. */
  List<Line> sights() {
    return records.stream().filter(r -> SIGHTS.contains(r.type())).map(this::line).toList();
  }

  private Line line(CaseRecord record) {
    List<String> details = new ArrayList<>();
    JsonNode content = record.content();
    if (record.isCapture() && !content.path("clause").asText().isEmpty()) {
      details.add(
          "clause " + content.path("clause").asText() + " " + content.path("clauseTitle").asText());
      details.add("urgency: " + content.path("urgency").asText().toLowerCase(Locale.ROOT));
      details.add(
          content.path("hideOrdered").asBoolean()
              ? "to be hidden once this is sealed"
              : "left visible");
    }
    for (String name : TOLD) {
      String value = content.path(name).asText("");
      if (!value.isEmpty()) {
        details.add(
            LABELS.getOrDefault(name, words(name))
                + ": "
                + (PEOPLE.contains(name) ? people.name(value) : readable(name, value)));
      }
    }
    content
        .path("fields")
        .properties()
        .forEach(f -> details.add(f.getKey() + ": " + CaseTimes.of(f.getValue().asText())));
    if (!record.isCapture() && content.path("seen").isObject()) {
      details.add("text from then on: " + content.path("seen").path("text").asText());
    }
    return new Line(record.sequence(), record.at(), what(record), details);
  }

  private static String readable(String name, String value) {
    return PROGRAM.contains(name) ? CaseTimes.within(value) : CaseTimes.of(value);
  }

  private static String what(CaseRecord record) {
    String known = WORDS.get(record.type());
    if (known != null) {
      return known;
    }
    if (record.type().equals("CaseChanged")) {
      return words(record.content().path("kind").asText());
    }
    return record.isCapture() ? "captured" : words(record.kind());
  }

  /** Converts {@code dueAt} and {@code notice-sent} to words. */
  private static String words(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
  }
}
