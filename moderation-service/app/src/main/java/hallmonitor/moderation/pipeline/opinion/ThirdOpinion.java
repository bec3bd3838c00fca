package hallmonitor.moderation.pipeline.opinion;

import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.DoubtfulBand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for an opinion on doubtful comments before their verdict takes effect. */
public interface ThirdOpinion extends AutoCloseable {
  /** Asks no one. */
  ThirdOpinion NONE =
      new ThirdOpinion() {
        @Override
        public Optional<DoubtfulBand> asksAbout() {
          return Optional.empty();
        }

        @Override
        public Map<ReaderQuestion.Subject, Finding> ask(List<ReaderQuestion> questions) {
          return Map.of();
        }

        @Override
        public String state() {
          return "off";
        }
      };

  /** Returns the scores that are doubtful enough to ask about; empty while no one can be asked. */
  Optional<DoubtfulBand> asksAbout();

  /**
   * Asks about all of them within one time limit, the most dangerous first. Call it without an open
   * transaction.
   *
   * @return the answers; a question without one is missing
   */
  Map<ReaderQuestion.Subject, Finding> ask(List<ReaderQuestion> questions)
      throws InterruptedException;

  /** Returns {@code on} or {@code off}, for the health check, which anyone may read. */
  String state();

  @Override
  default void close() {}
}
