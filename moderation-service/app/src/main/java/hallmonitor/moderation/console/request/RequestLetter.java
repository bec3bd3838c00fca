package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * The mail about requests, without who asked or for what. One mail tells of all that are due.
 *
 * @param language {@code en} or {@code es}
 */
record RequestLetter(String name, String language) {
  /** More are counted only: the mail leads to the list. */
  private static final int MOST_NAMED = 20;

  /** What the mail is about. */
  enum About {
    NEW,
    SOON,
    LATE,
    /** Answered or withdrawn a month ago. */
    UNCLOSED;

    String code() {
      return EnumCodes.of(this);
    }

    /** Returns the path of the list that has these. */
    String list() {
      return switch (this) {
        case NEW, SOON -> "/requests";
        case LATE -> "/requests?show=late";
        case UNCLOSED -> "/requests?show=answered";
      };
    }
  }

  Letter one(About about, DueRequest request, String link) {
    String number = request.number().toString();
    String day = Letter.day(request.deadline().due(), language);
    Sentence subject =
        switch (about) {
          case NEW -> Sentence.of("New request for records {1}", number);
          case SOON -> Sentence.of("Request {1} must be answered by {2}", number, day);
          case LATE -> Sentence.of("Request {1} is late", number);
          case UNCLOSED -> Sentence.of("Request {1} is not closed", number);
        };
    Sentence first =
        switch (about) {
          case NEW ->
              Sentence.of(
                  "Request {1} came by the public form. It must be answered by {2}.", number, day);
          case SOON -> Sentence.of("Request {1} must be answered by {2}.", number, day);
          case LATE -> Sentence.of("Request {1} was due {2} and is still open.", number, day);
          case UNCLOSED ->
              Sentence.of("Request {1} was answered or withdrawn, but not closed.", number);
        };
    Sentence next =
        switch (about) {
          case NEW -> Sentence.of("Assign it, and start the review.");
          case SOON ->
              Sentence.of(
                  "Answer it, or extend the deadline if the law allows it and it wasn't yet.");
          case LATE ->
              Sentence.of(
                  "Answer it now. You get this mail each business day until it is answered.");
          case UNCLOSED ->
              Sentence.of(
                  "Close it, or go on with the review. What it found can't be disposed of before.");
        };
    return letter(
        says(subject), says(first), says(next), says(Sentence.of("Open the request")), link);
  }

  Letter several(About about, List<DueRequest> requests, String link) {
    int count = requests.size();
    Sentence subject =
        switch (about) {
          case NEW -> Sentence.of("{1} new requests for records", count);
          case SOON -> Sentence.of("{1} requests for records must be answered soon", count);
          case LATE -> Sentence.of("{1} requests for records are late", count);
          case UNCLOSED -> Sentence.of("{1} requests for records are not closed", count);
        };
    String named = named(requests);
    Sentence first =
        switch (about) {
          case NEW -> Sentence.of("These requests came by the public form: {1}", named);
          case SOON -> Sentence.of("These requests must be answered soon: {1}", named);
          case LATE -> Sentence.of("These requests are late and still open: {1}", named);
          case UNCLOSED ->
              Sentence.of("These requests were answered or withdrawn, but not closed: {1}", named);
        };
    Sentence next =
        switch (about) {
          case NEW -> Sentence.of("Say who works on each of them, and start the review.");
          case SOON -> Sentence.of("Answer each, or extend its deadline if the law allows it.");
          case LATE ->
              Sentence.of(
                  "Answer them now. You get this mail each business day until they are answered.");
          case UNCLOSED ->
              Sentence.of(
                  "Close each, or go on with its review. What they found can't be disposed of before.");
        };
    return letter(
        says(subject), says(first), says(next), says(Sentence.of("Open the requests")), link);
  }

  /** Such as {@code R-2026-0001 (June 3, 2026), R-2026-0002 (June 3, 2026)}. */
  private String named(List<DueRequest> requests) {
    List<String> named = new ArrayList<>();
    requests.stream()
        .limit(MOST_NAMED)
        .map(r -> r.number() + " (" + Letter.day(r.deadline().due(), language) + ")")
        .forEach(named::add);
    if (requests.size() > MOST_NAMED) {
      named.add(says(Sentence.of("and {1} more", requests.size() - MOST_NAMED)));
    }
    return String.join(", ", named);
  }

  private Letter letter(String subject, String first, String next, String button, String link) {
    return new Letter(
        language,
        subject,
        List.of(says(Sentence.of("Hello {1},", name)), first, next),
        button,
        link,
        List.of(says(Sentence.of("You get this mail because you work on requests for records."))));
  }

  private String says(Sentence sentence) {
    return ReaderLanguage.says(sentence, language);
  }
}
