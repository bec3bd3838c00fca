package hallmonitor.notifier.evidence.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The case as pages for people: what was said and where, what happened, who saw it, what it proves.
 */
final class CaseBook {
  private final CaseTimeline story;
  private final CertificateFacts facts;
  private final List<CaseRecord> records;
  private final boolean redacted;

  CaseBook(List<CaseRecord> records, CertificateFacts facts, boolean redacted) {
    this.story = new CaseTimeline(records);
    this.facts = facts;
    this.records = records;
    this.redacted = redacted;
  }

  byte[] pdf() {
    String id = facts.get("case");
    PdfPage sheet =
        new PdfPage(
            "Evidence of case " + id,
            "Hall Monitor - case " + id + (redacted ? " - REDACTED: names of students" : ""));
    summary(sheet);
    comment(sheet);
    context(sheet);
    reasons(sheet);
    lines(sheet, "Timeline", story.timeline(), "No record.");
    lines(sheet, "Decisions by people", story.decisions(), "None was recorded.");
    lines(
        sheet,
        "Who saw it or was told",
        story.sights(),
        "Nobody is recorded to have opened the case or to have been told.");
    sheet.heading("What this proves and what it does not").text(joined("what-it-proves.txt"));
    hashes(sheet);
    return sheet.end();
  }

  private void summary(PdfPage sheet) {
    sheet.small(
        "All times are UTC. Characters that cannot be printed stand in brackets by their Unicode"
            + " name; the text as it is stands in case.json.");
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"Account", facts.get("account") + " on " + facts.get("platform")});
    rows.add(new String[] {"Building", facts.get("building")});
    rows.add(new String[] {"Category", facts.get("category")});
    rows.add(
        new String[] {"Comment", facts.get("comment") + ", revision " + facts.get("revision")});
    rows.add(new String[] {"Author as shown", facts.get("author")});
    rows.add(new String[] {"Link", facts.get("permalink")});
    rows.add(new String[] {"Written, says the platform", time(facts.get("claimed"))});
    rows.add(new String[] {"Read from the platform", time(facts.get("observed"))});
    rows.add(
        new String[] {
          "Sealed",
          time(facts.get("sealed"))
              + " by "
              + facts.get("sealer")
              + " (clock follows a time server: "
              + facts.get("synchronised")
              + ")"
        });
    rows.add(
        new String[] {
          "Records of the ledger",
          records.size()
              + ", "
              + records.get(0).sequence()
              + " to "
              + records.get(records.size() - 1).sequence()
        });
    rows.add(new String[] {"Signed up to record", facts.get("signed")});
    sheet.facts(rows);
  }

  private void comment(PdfPage sheet) {
    for (CaseRecord record : records) {
      if (!record.seen().isObject()) {
        continue;
      }
      JsonNode seen = record.seen();
      sheet.heading(
          (record.isCapture() ? "The comment as captured" : "The comment as it was later")
              + " (record "
              + record.sequence()
              + ")");
      sheet.quote(seen.path("text").asText());
      sheet.small(
          "by "
              + seen.path("author").path("name").asText("nobody named")
              + ", read "
              + time(seen.path("observedAt").asText())
              + ", "
              + seen.path("visibility").asText("").toLowerCase(java.util.Locale.ROOT));
      for (JsonNode earlier : record.content().path("capture").path("earlier")) {
        sheet.small("An earlier text, read " + time(earlier.path("observedAt").asText()) + ":");
        sheet.quote(earlier.path("text").asText());
      }
    }
  }

  private void context(PdfPage sheet) {
    if (story.firstCapture().isEmpty()) {
      return;
    }
    CaseRecord record = story.firstCapture().get();
    JsonNode post = record.seen().path("post");
    sheet.heading("The post it stands under");
    sheet.facts(
        List.of(
            new String[] {"Title", post.path("title").asText()},
            new String[] {"Begins", post.path("text").asText()},
            new String[] {"Link", post.path("permalink").asText()}));
    JsonNode capture = record.content().path("capture");
    List<String[]> thread = new ArrayList<>();
    for (JsonNode c : capture.path("thread")) {
      thread.add(
          new String[] {
            time(c.path("firstSeenAt").asText()),
            c.path("authorName").asText(),
            c.path("text").asText()
          });
    }
    sheet.heading("The thread around it");
    if (thread.isEmpty()) {
      sheet.text("No other comment under the post was known.");
    } else {
      sheet.rows(new float[] {22, 22, 56}, new String[] {"First seen", "Author", "Text"}, thread);
    }
    if (capture.path("threadCutShort").asBoolean()) {
      sheet.small("The post has more comments than are shown here.");
    }
  }

  private void reasons(PdfPage sheet) {
    if (story.firstCapture().isEmpty()) {
      return;
    }
    JsonNode content = story.firstCapture().get().content();
    JsonNode capture = content.path("capture");
    sheet.heading("Why it was captured");
    sheet.facts(
        List.of(
            new String[] {
              "Cause",
              capture.path("cause").asText()
                  + (content.path("reason").asText().isEmpty()
                      ? ""
                      : ": " + content.path("reason").asText())
            },
            new String[] {
              "Clause", content.path("clause").asText() + " " + content.path("clauseTitle").asText()
            },
            new String[] {
              "Policy and model",
              capture.path("policyVersion").asText() + ", " + capture.path("modelVersion").asText()
            }));
    List<String[]> findings = new ArrayList<>();
    for (JsonNode f : content.path("snapshot").path("findings")) {
      findings.add(
          new String[] {
            f.path("category").asText(),
            "%.2f".formatted(f.path("score").asDouble()),
            f.path("detector").asText(),
            f.path("why").asText()
          });
    }
    if (!findings.isEmpty()) {
      sheet.rows(
          new float[] {18, 10, 18, 54},
          new String[] {"Category", "Score", "Detector", "Why"},
          findings);
    }
  }

  private static void lines(
      PdfPage sheet, String title, List<CaseTimeline.Line> lines, String none) {
    sheet.heading(title);
    if (lines.isEmpty()) {
      sheet.text(none);
      return;
    }
    sheet.rows(
        new float[] {8, 22, 22, 48},
        new String[] {"Record", "When", "What", "Details"},
        lines.stream()
            .map(
                l ->
                    new String[] {
                      Long.toString(l.sequence()),
                      time(l.at()),
                      l.what(),
                      String.join("\n", l.details())
                    })
            .toList());
  }

  private void hashes(PdfPage sheet) {
    sheet.heading(redacted ? "Hashes of the original records" : "Hashes of the records");
    sheet.rows(
        new float[] {8, 18, 20, 54},
        new String[] {"Record", "Kind", "Sealed", "SHA-256"},
        records.stream()
            .map(
                r ->
                    new String[] {
                      Long.toString(r.sequence()), r.kind(), time(r.sealedAt()), r.sealed().hash()
                    })
            .toList());
  }

  /** To the millisecond, without letters; the exact reading is in the record. */
  private static String time(String instant) {
    return instant.replaceAll("^(\\d{4}-\\d\\d-\\d\\d)T([0-9:]{8}(\\.\\d{1,3})?)\\d*Z$", "$1 $2");
  }

  /** Template lines are wrapped for a text file; on the page only empty lines part paragraphs. */
  static String joined(String shipped) {
    return PackageTexts.shipped(shipped)
        .strip()
        .replaceAll("(?<!\n)\n(?!\n)", " ")
        .replace("\n\n", "\n");
  }
}
