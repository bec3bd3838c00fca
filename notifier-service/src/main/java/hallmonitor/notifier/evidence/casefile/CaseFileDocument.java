package hallmonitor.notifier.evidence.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CaseEscalated.Finding;
import hallmonitor.printing.PrintTemplate;
import hallmonitor.printing.PrintedFact;
import hallmonitor.printing.PrintedTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The case as pages for people: what was said and where, what happened, who saw it, what it proves.
 * The texts are in {@code case.html}.
 */
final class CaseFileDocument {
  private static final PrintTemplate PAGES = new PrintTemplate(CaseFileDocument.class, "case.html");

  /** A text and when it was read. */
  public record EarlierText(String read, String text) {}

  /** The comment as in a record. */
  public record ShownComment(
      boolean captured,
      long sequence,
      String text,
      String author,
      String read,
      String visibility,
      List<EarlierText> earlier) {}

  /**
   * The content of the first capture besides the comment.
   *
   * @param pictured words that were read in its pictures and videos; empty if none were found
   */
  public record CapturedContext(
      String pictured,
      List<PrintedFact> post,
      PrintedTable thread,
      boolean cutShort,
      List<PrintedFact> reasons,
      PrintedTable findings) {}

  private final CaseTimeline story;
  private final CertificateFacts facts;
  private final List<CaseRecord> records;
  private final boolean redacted;

  CaseFileDocument(
      List<CaseRecord> records, CasePeople people, CertificateFacts facts, boolean redacted) {
    this.story = new CaseTimeline(records, people);
    this.facts = facts;
    this.records = records;
    this.redacted = redacted;
  }

  byte[] pdf() {
    return PAGES.pdf(
        "id", facts.get("case"),
        "redacted", redacted,
        "summary", summary(),
        "comments", comments(),
        "captured", story.firstCapture().map(CaseFileDocument::context).orElse(null),
        "timeline", lines(story.timeline()),
        "decisions", lines(story.decisions()),
        "sights", lines(story.sights()),
        "proves", joined("what-it-proves.txt"),
        "hashes", hashes());
  }

  private List<PrintedFact> summary() {
    return List.of(
        new PrintedFact("Account", facts.get("account") + " on " + facts.get("platform")),
        new PrintedFact("Building", facts.get("building")),
        new PrintedFact("Category", facts.get("category")),
        new PrintedFact("Comment", facts.get("comment") + ", revision " + facts.get("revision")),
        new PrintedFact("Author as shown", facts.get("author")),
        new PrintedFact("Link", facts.get("permalink")),
        new PrintedFact("Written, says the platform", time(facts.get("claimed"))),
        new PrintedFact("Read from the platform", time(facts.get("observed"))),
        new PrintedFact(
            "Sealed",
            "%s by %s (clock follows a time server: %s)"
                .formatted(
                    time(facts.get("sealed")), facts.get("sealer"), facts.get("synchronised"))),
        new PrintedFact(
            "Records of the ledger",
            "%d, %d to %d"
                .formatted(
                    records.size(),
                    records.get(0).sequence(),
                    records.get(records.size() - 1).sequence())),
        new PrintedFact("Signed up to record", CaseTimes.within(facts.get("signed"))));
  }

  private List<ShownComment> comments() {
    return records.stream()
        .filter(record -> record.seen().isObject())
        .map(CaseFileDocument::comment)
        .toList();
  }

  private static ShownComment comment(CaseRecord record) {
    JsonNode seen = record.seen();
    List<EarlierText> earlier = new ArrayList<>();
    for (JsonNode text : record.content().path("capture").path("earlier")) {
      earlier.add(new EarlierText(time(text, "observedAt"), shownText(text)));
    }
    return new ShownComment(
        record.isCapture(),
        record.sequence(),
        shownText(seen),
        seen.path("author").path("name").asText("nobody named"),
        time(seen, "observedAt"),
        seen.path("visibility").asText("").toLowerCase(Locale.ROOT),
        earlier);
  }

  private static String shownText(JsonNode seen) {
    String text = seen.path("text").asText();
    return text.isEmpty() ? "(empty)" : text;
  }

  private static CapturedContext context(CaseRecord record) {
    JsonNode content = record.content();
    JsonNode capture = content.path("capture");
    JsonNode post = record.seen().path("post");
    return new CapturedContext(
        pictured(content.path("snapshot").path("findings")),
        List.of(
            new PrintedFact("Title", post.path("title").asText()),
            new PrintedFact("Begins", post.path("text").asText()),
            new PrintedFact("Link", post.path("permalink").asText())),
        thread(capture.path("thread")),
        capture.path("threadCutShort").asBoolean(),
        reasons(content, capture),
        findings(content.path("snapshot").path("findings")));
  }

  /** Each finding in a picture quotes all that was read there. */
  private static String pictured(JsonNode findings) {
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode finding : findings) {
      if (finding.path("detector").asText().equals(Finding.IN_A_PICTURE)) {
        finding.path("quoted").forEach(quoted -> words.add(quoted.asText()));
      }
    }
    return String.join("\n", words);
  }

  private static PrintedTable thread(JsonNode comments) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode c : comments) {
      rows.add(
          List.of(time(c, "firstSeenAt"), c.path("authorName").asText(), c.path("text").asText()));
    }
    return new PrintedTable(
        List.of(
            PrintedTable.words("First seen", 22),
            PrintedTable.words("Author", 22),
            PrintedTable.words("Text", 56)),
        rows);
  }

  private static List<PrintedFact> reasons(JsonNode content, JsonNode capture) {
    String reason = content.path("reason").asText();
    return List.of(
        new PrintedFact(
            "Cause", capture.path("cause").asText() + (reason.isEmpty() ? "" : ": " + reason)),
        new PrintedFact(
            "Clause", content.path("clause").asText() + " " + content.path("clauseTitle").asText()),
        new PrintedFact(
            "Policy and model",
            capture.path("policyVersion").asText() + ", " + capture.path("modelVersion").asText()));
  }

  private static PrintedTable findings(JsonNode findings) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode f : findings) {
      rows.add(
          List.of(
              f.path("category").asText(),
              String.format(Locale.ROOT, "%.2f", f.path("score").asDouble()),
              f.path("detector").asText(),
              f.path("why").asText()));
    }
    return new PrintedTable(
        List.of(
            PrintedTable.words("Category", 18),
            PrintedTable.words("Score", 10),
            PrintedTable.words("Detector", 18),
            PrintedTable.words("Why", 54)),
        rows);
  }

  private static PrintedTable lines(List<CaseTimeline.Line> lines) {
    return new PrintedTable(
        List.of(
            PrintedTable.words("Record", 8),
            PrintedTable.words("When", 23),
            PrintedTable.words("What", 21),
            PrintedTable.words("Details", 48)),
        lines.stream()
            .map(
                l ->
                    List.of(
                        Long.toString(l.sequence()),
                        time(l.at()),
                        l.what(),
                        String.join("\n", l.details())))
            .toList());
  }

  private PrintedTable hashes() {
    return new PrintedTable(
        List.of(
            PrintedTable.words("Record", 8),
            PrintedTable.words("Kind", 17),
            PrintedTable.words("Sealed", 23),
            PrintedTable.words("SHA-256", 52)),
        records.stream()
            .map(
                r ->
                    List.of(
                        Long.toString(r.sequence()),
                        r.kind(),
                        time(r.sealedAt()),
                        r.sealed().hash()))
            .toList());
  }

  private static String time(JsonNode of, String name) {
    return time(of.path(name).asText());
  }

  private static String time(String instant) {
    return CaseTimes.of(instant);
  }

  /** Joins wrapped template lines; on the page only empty lines separate paragraphs. */
  static String joined(String shipped) {
    return PackageTexts.shipped(shipped)
        .strip()
        .replaceAll("(?<!\n)\n(?!\n)", " ")
        .replace("\n\n", "\n");
  }
}
