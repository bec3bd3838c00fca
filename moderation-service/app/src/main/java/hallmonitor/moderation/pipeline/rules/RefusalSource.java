package hallmonitor.moderation.pipeline.rules;

import hallmonitor.settings.yaml.FileProblem;
import java.time.LocalDate;
import java.util.List;

/** Names of students who must not be named, kept elsewhere than in {@link RefusalFile#NAME}. */
public interface RefusalSource {
  /** Keeps no names. */
  RefusalSource NONE =
      new RefusalSource() {
        @Override
        public boolean refresh(LocalDate today) {
          return false;
        }

        @Override
        public List<String> names() {
          return List.of();
        }

        @Override
        public List<FileProblem> problems() {
          return List.of();
        }
      };

  /**
   * Looks for a change; cheap enough for once a second.
   *
   * @param today in the district's time zone
   * @return whether the names changed
   */
  boolean refresh(LocalDate today);

  List<String> names();

  /** Returns what keeps older names in use, or keeps some from being read. */
  List<FileProblem> problems();
}
