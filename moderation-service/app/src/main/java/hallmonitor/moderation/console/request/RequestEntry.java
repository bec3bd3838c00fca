package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.request.NewRequest.Way;
import hallmonitor.moderation.wording.Sentence;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an officer typed of a request that came by mail, phone, or otherwise. */
public class RequestEntry {
  private static final int OLDEST_YEARS = 1;

  @FormParam("form")
  @Nullable UUID form;

  @FormParam("way")
  @Nullable String way;

  @FormParam("requester")
  @Nullable String requester;

  @FormParam("contact")
  @Nullable String contact;

  @FormParam("words")
  @Nullable String words;

  @FormParam("language")
  @Nullable String language;

  @FormParam("received")
  @Nullable String received;

  @FormParam("late")
  boolean afterHours;

  @FormParam("commercial")
  boolean commercial;

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\0", "").strip();
  }

  public UUID getId() {
    return form == null ? UUID.randomUUID() : form;
  }

  public String getRequester() {
    return text(requester);
  }

  public String getContact() {
    return text(contact);
  }

  public String getWords() {
    return text(words);
  }

  public String getReceived() {
    return text(received);
  }

  public String getLanguage() {
    return text(language).equals("es") ? "es" : "en";
  }

  public boolean isCommercial() {
    return commercial;
  }

  public boolean isAfterHours() {
    return afterHours;
  }

  /** Returns how it came; the public form is no choice. */
  public Way getWay() {
    return getWays().stream()
        .filter(w -> EnumCodes.of(w).equals(text(way)))
        .findFirst()
        .orElse(Way.EMAIL);
  }

  public List<Way> getWays() {
    return List.of(Way.EMAIL, Way.MAIL, Way.IN_PERSON, Way.PHONE, Way.FAX);
  }

  public String code(Way one) {
    return EnumCodes.of(one);
  }

  Optional<LocalDate> day() {
    try {
      return Optional.of(LocalDate.parse(getReceived()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Returns whether something was typed, so that mistakes are shown. */
  public boolean isTyped() {
    return form != null;
  }

  public Sentence getWordsProblem() {
    boolean wrong = getWords().isEmpty() || getWords().length() > RequestForm.MOST_WORDS;
    return isTyped() && wrong
        ? Sentence.of("Enter what was asked for, in up to 8,000 characters.")
        : Sentence.NONE;
  }

  public Sentence getRequesterProblem() {
    return getRequester().length() > RequestForm.MOST_NAME
        ? Sentence.of("Use at most 200 characters.")
        : Sentence.NONE;
  }

  public Sentence getContactProblem() {
    boolean wrong = getContact().isEmpty() || getContact().length() > RequestForm.MOST_CONTACT;
    return isTyped() && wrong
        ? Sentence.of("Enter where the answer goes, in up to 500 characters.")
        : Sentence.NONE;
  }

  /** Returns what is wrong with the day; empty if it can be used. */
  public Sentence receivedProblem(LocalDate today) {
    boolean possible =
        day()
            .filter(d -> !d.isAfter(today) && d.isAfter(today.minusYears(OLDEST_YEARS)))
            .isPresent();
    return isTyped() && !possible
        ? Sentence.of("Choose the day on which it arrived: today, or within the last year.")
        : Sentence.NONE;
  }

  boolean isUsable(LocalDate today) {
    return getWordsProblem().isEmpty()
        && getRequesterProblem().isEmpty()
        && getContactProblem().isEmpty()
        && receivedProblem(today).isEmpty();
  }
}
