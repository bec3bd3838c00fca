package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.answer.ReleasedRecord;
import hallmonitor.moderation.console.page.Csv;

/** The records of an answer as CSV, a line at a time. */
final class AnswerTable {
  private final AnswerWords words;

  AnswerTable(AnswerWords words) {
    this.words = words;
  }

  String recordsStart() {
    return Csv.START
        + Csv.line(
            words.word("number"),
            words.word("kind"),
            words.word("page"),
            words.word("post-title"),
            words.word("author"),
            words.word("seen"),
            words.word("written"),
            words.word("text"),
            words.word("pictures"),
            words.word("address"),
            words.word("decision"),
            words.word("grounds"),
            words.word("files"));
  }

  String line(ReleasedRecord record) {
    return Csv.line(
        record.number(),
        words.kind(record.kind()),
        record.page(),
        record.title(),
        record.author(),
        words.time(record.seenAt()),
        record.writtenAt().map(words::time).orElse(""),
        record.text(),
        String.join("\n", record.attachments()),
        record.permalink(),
        words.decision(record),
        words.grounds(record),
        String.join("\n", record.files()));
  }
}
