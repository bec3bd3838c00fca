package hallmonitor.moderation.console.authors;

import hallmonitor.moderation.console.page.Csv;
import hallmonitor.moderation.console.page.DisplayLabels;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What an author wrote as a file: a line for each comment, in English, with codes as in files. */
final class AuthorCsv {
  private AuthorCsv() {}

  /** Returns the head: the author, the purpose, and who took the file. */
  static String head(SeenPerson person, String purpose, String by, Instant at) {
    return Csv.START
        + Csv.line("Comments of an author", person.first().id())
        + (person.all().size() > 1
            ? Csv.line(
                "Shown as the same person, by decision of a person",
                person.ids().stream().map(String::valueOf).collect(Collectors.joining(" ")))
            : "")
        + Csv.line("Purpose", purpose)
        + Csv.line("Taken by", by)
        + Csv.line("Taken", DisplayLabels.recordedMoment(at))
        + Csv.line(
            "Seen",
            "Account",
            "Platform",
            "Comment",
            "Kind",
            "Name",
            "Text",
            "Post",
            "State now",
            "Verdict",
            "Case",
            "Decision",
            "Clause",
            "Reports",
            "Link");
  }

  static String lines(List<AuthorLine> lines) {
    return lines.stream().map(AuthorCsv::line).collect(Collectors.joining());
  }

  /** Returns the last line: a file without it was cut on its way. */
  static String end(long comments) {
    return Csv.line("End", "Comments", comments);
  }

  private static String line(AuthorLine line) {
    return Csv.line(
        DisplayLabels.recordedMoment(line.firstSeenAt()),
        line.account(),
        line.platform(),
        line.commentId(),
        line.reply() ? "reply" : "comment",
        line.authorName(),
        line.latestText(),
        line.postTitle(),
        line.visibility(),
        line.outcome(),
        line.caseId(),
        line.state(),
        line.clause(),
        line.tips(),
        line.getLink());
  }
}
