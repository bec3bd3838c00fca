package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.yaml.YamlMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the forms of decisions and reads their input. */
@ApplicationScoped
public class DecidingForms {
  /** Thrown for unusable input; the message says what to do. */
  public static final class Unusable extends Refusal {
    public Unusable(Sentence sentence) {
      super(sentence);
    }
  }

  private final LiveRules rules;
  private final DecisionSettings settings;

  DecidingForms(LiveRules rules, DecisionSettings settings) {
    this.rules = rules;
    this.settings = settings;
  }

  DecidingForm of(CaseView view) {
    return new DecidingForm(
        view,
        clauses(),
        settings.get().reasonsFor(view.clause()),
        roles(),
        UUID.randomUUID(),
        false);
  }

  /** Returns the clauses of the current policy. */
  public List<Clause> clauses() {
    return rules.policy().current().value().clauses();
  }

  /** Returns sentences that fit any clause. */
  public List<String> reasons() {
    return settings.get().reasonsFor("");
  }

  static List<String> roles() {
    return Arrays.stream(Role.values()).map(YamlMapping::nameOf).toList();
  }

  /**
   * Finds a clause.
   *
   * @param id empty or absent for the case's own
   * @throws Unusable if the current policy has no such clause
   */
  public Optional<Clause> clause(@Nullable String id) {
    if (id == null || id.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        rules
            .clause(id)
            .orElseThrow(
                () ->
                    new Unusable(
                        Sentence.of(
                            "That clause is no longer in the policy. Choose another one."))));
  }

  /**
   * Joins the chosen sentence and the note.
   *
   * @throws Unusable if together they are too long
   */
  public static String words(String reason, @Nullable String note) {
    String words = (clean(reason) + " " + clean(note)).strip();
    if (words.length() > Decision.LONGEST_NOTE) {
      throw new Unusable(Sentence.of("The note is too long. Shorten it to 2,000 characters."));
    }
    return words;
  }

  private static String clean(@Nullable String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }
}
