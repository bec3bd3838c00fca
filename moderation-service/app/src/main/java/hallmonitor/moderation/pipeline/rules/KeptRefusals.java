package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.store.release.MediaReleaseList;
import hallmonitor.moderation.store.release.WithheldStudent;
import hallmonitor.settings.yaml.FileProblem;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.JdbiException;

/**
 * The names on the media-release list of the console, as of today. If the database does not answer,
 * the names of before stay in use.
 */
public final class KeptRefusals implements RefusalSource {
  private static final System.Logger LOG = System.getLogger(KeptRefusals.class.getName());
  private static final String LIST = "media-release list";

  private record Known(
      long changes, LocalDate day, List<String> names, List<FileProblem> problems) {
    static final Known NOTHING = new Known(-1, LocalDate.MIN, List.of(), List.of());
  }

  private final MediaReleaseList list;
  private volatile Known known = Known.NOTHING;
  private boolean silent;

  public KeptRefusals(MediaReleaseList list) {
    this.list = list;
  }

  @Override
  public synchronized boolean refresh(LocalDate today) {
    Known before = known;
    try {
      long changes = list.changes();
      // A key that comes back changes nothing in the database, so unread names are tried again.
      if (changes == before.changes && today.equals(before.day) && before.problems.isEmpty()) {
        return false;
      }
      known = read(changes, today);
      silent = false;
    } catch (JdbiException e) {
      if (!silent) {
        LOG.log(System.Logger.Level.ERROR, "the {0} cannot be read; trying on", LIST);
      }
      silent = true;
      return false;
    }
    if (!known.problems.equals(before.problems)) {
      known.problems.forEach(problem -> LOG.log(System.Logger.Level.ERROR, "{0}", problem));
    }
    return !known.names.equals(before.names);
  }

  private Known read(long changes, LocalDate today) {
    List<WithheldStudent> holding =
        list.all().stream().filter(student -> student.holdsOn(today)).toList();
    long closed = holding.stream().filter(student -> !student.isReadable()).count();
    return new Known(
        changes,
        today,
        holding.stream().filter(WithheldStudent::isReadable).map(WithheldStudent::name).toList(),
        closed == 0 ? List.of() : List.of(closed(closed)));
  }

  private static FileProblem closed(long names) {
    return new FileProblem(
        LIST,
        0,
        0,
        "%d name(s) cannot be opened and are not judged by: the secret %s is missing, or not the one they were sealed with; bring it back from the backup"
            .formatted(names, MediaReleaseList.KEY));
  }

  @Override
  public List<String> names() {
    return known.names;
  }

  @Override
  public List<FileProblem> problems() {
    return known.problems;
  }
}
