package hallmonitor.moderation.console.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Tells programs and forgotten forms from people by how long a form was open. */
@ApplicationScoped
public class FormAge {
  private static final String OLD = "problem-old";

  private final AppealSeal seal;
  private final AppealConfig config;

  FormAge(AppealSeal seal, AppealConfig config) {
    this.seal = seal;
    this.config = config;
  }

  /** Returns what is wrong with a form's age, as the name of a word; empty if nothing is. */
  public String problem(String form) {
    Optional<Instant> made = seal.madeAt(form);
    Instant now = Instant.now();
    if (made.isEmpty() || made.get().isBefore(now.minus(config.longestTime()))) {
      return OLD;
    }
    return made.get().isAfter(now.minus(config.leastTime())) ? "problem-fast" : "";
  }

  /**
   * Keeps the original token when a form has to be corrected: the time since it was opened
   * continues, so that a quick correction is not taken for a bot.
   *
   * @param sent the token of the form that was sent; empty for none
   */
  public String token(String sent) {
    return problem(sent).equals(OLD) ? seal.form(Instant.now()) : sent;
  }
}
