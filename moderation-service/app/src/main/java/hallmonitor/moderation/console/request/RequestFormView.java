package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.request.RequestStatute;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.appeal.FormWords;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the public form for requests shows.
 *
 * @param language {@code en} or {@code es}
 * @param token proves that the form was made here
 * @param typed so far
 * @param problem the name of a word; empty for none
 * @param statute null if the district takes no requests by the form
 */
public record RequestFormView(
    String language,
    String district,
    String token,
    RequestForm typed,
    String problem,
    @Nullable RequestStatute statute) {
  public String word(String name) {
    return FormWords.in("request", language).get(name);
  }

  /** Returns how long the law gives, in words. */
  public String getTime() {
    return statute == null || statute.answer().days() == 1
        ? word("law")
        : word(statute.answer().business() ? "law-business" : "law-calendar")
            .replace("{1}", Integer.toString(statute.answer().days()));
  }

  /** Returns a day in words. */
  public String day(LocalDate day) {
    return Letter.day(day, language);
  }

  /** Returns whether the law asks for the purpose. */
  public boolean isAsksPurpose() {
    return statute != null && statute.commercial().isPresent();
  }

  RequestFormView typed(RequestForm next, String nextProblem) {
    return new RequestFormView(language, district, token, next, nextProblem, statute);
  }

  /**
   * What the requester keeps.
   *
   * @param code to read out on the phone
   * @param link path of the private link to the status
   * @param told whether someone gets a mail about it
   */
  public record RequestReceipt(String code, String link, boolean told) {}

  /** The status; null for a link that leads to none. */
  public record FoundStatus(@Nullable RequestStatus found) {}
}
