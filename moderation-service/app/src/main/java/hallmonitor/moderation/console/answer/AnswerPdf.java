package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.answer.ReleasedRecord;
import hallmonitor.moderation.casework.request.RequestNumber;
import hallmonitor.printing.PrintTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints an answer: the letter, then each record with its number; on each page the number of the
 * request and of the page. A PDF is made in memory, so a long answer has several.
 */
final class AnswerPdf {
  private static final PrintTemplate PAGES = new PrintTemplate(AnswerPdf.class, "answer.html");

  private AnswerPdf() {}

  /**
   * A record as printed.
   *
   * @param facts a line each; a table for each of thousands of records would take minutes
   */
  public record PrintedRecord(String heading, List<String> facts, String text) {
    public PrintedRecord {
      facts = List.copyOf(facts);
    }
  }

  /**
   * One file of an answer.
   *
   * @param part from 1
   * @param only whether there is no other
   * @param letter its paragraphs; empty in all files but the first
   */
  record PdfPart(
      RequestNumber number,
      String district,
      AnswerWords words,
      int part,
      boolean only,
      List<String> letter,
      List<ReleasedRecord> records) {}

  static byte[] of(PdfPart file) {
    AnswerWords words = file.words();
    String title = words.word("title", file.number());
    String header = file.only() ? title : title + ", " + words.word("part", file.part());
    return PAGES.pdf(
        "language",
        words.language(),
        "title",
        title,
        "header",
        header,
        "district",
        file.district(),
        "letter",
        file.letter(),
        "recordsTitle",
        words.word("records"),
        "records",
        file.records().stream().map(record -> printed(record, words)).toList());
  }

  private static PrintedRecord printed(ReleasedRecord record, AnswerWords words) {
    List<String> facts = new ArrayList<>();
    facts.add(
        String.join(" \u00B7 ", words.kind(record.kind()), record.page(), words.decision(record)));
    add(facts, words.word("seen"), words.time(record.seenAt()));
    add(facts, words.word("written"), record.writtenAt().map(words::time).orElse(""));
    add(facts, words.word("author"), record.author());
    add(facts, words.word("post-title"), record.title());
    add(facts, words.word("address"), record.permalink());
    add(facts, words.word("pictures"), String.join("\n", record.attachments()));
    add(facts, words.word("files"), String.join("\n", record.files()));
    add(facts, words.word("grounds"), words.grounds(record));
    return new PrintedRecord(words.word("record", record.number()), facts, record.text());
  }

  private static void add(List<String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(name + ": " + value);
    }
  }
}
