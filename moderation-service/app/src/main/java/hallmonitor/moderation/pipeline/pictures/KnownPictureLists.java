package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.messaging.picture.PostedPicture;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.store.archive.KnownInPicture;
import hallmonitor.moderation.store.archive.ListedPictures;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The pictures that the district looks for, as its file and its people have them now. A change
 * takes effect with the next picture.
 */
public final class KnownPictureLists {
  /**
   * What a picture was found to be.
   *
   * @param version mark of the list of people that it was compared with
   */
  record ListedMatch(KnownInPicture found, String version) {}

  private record ListsNow(KnownPictures pictures, String version) {}

  private record FromPeople(String version, List<KnownPicture> pictures) {}

  private final Jdbi database;
  private final WatchedFile<KnownPictures> file;
  private FromPeople people = new FromPeople("", List.of());

  private KnownPictureLists(Jdbi database, WatchedFile<KnownPictures> file) {
    this.database = database;
    this.file = file;
  }

  /**
   * Reads the file, which may be absent.
   *
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes in it
   */
  public static KnownPictureLists read(Jdbi database, Path folder) {
    return new KnownPictureLists(
        database,
        WatchedFile.optional(folder.resolve(KnownPicturesFile.NAME), KnownPicturesFile::read));
  }

  /** Returns what is looked for now. */
  public KnownPictures current() {
    return now().pictures();
  }

  private synchronized ListsNow now() {
    file.refresh();
    people = database.withHandle(this::fromPeople);
    return new ListsNow(
        new KnownPictures(
            Stream.concat(file.current().value().all().stream(), people.pictures().stream())
                .toList()),
        people.version());
  }

  private FromPeople fromPeople(Handle handle) {
    String version = ListedPictures.version(handle);
    return version.equals(people.version())
        ? people
        : new FromPeople(
            version,
            ListedPictures.all(handle).stream()
                .filter(listed -> listed.removedAt() == null)
                .flatMap(KnownPictureLists::known)
                .toList());
  }

  /** A category of a later version is not known here. */
  private static Stream<KnownPicture> known(ListedPictures.Listed listed) {
    return Category.of(listed.category()).stream()
        .map(
            category ->
                new KnownPicture(
                    listed.key(),
                    listed.key() + " (" + listed.name() + ")",
                    category,
                    1,
                    listed.each().stream().flatMap(hash -> PdqHash.of(hash).stream()).toList()));
  }

  /** Returns which of them a picture is. Costs nothing while there are none. */
  ListedMatch compare(byte[] picture) {
    ListsNow now = now();
    return new ListedMatch(
        now.pictures().isEmpty()
            ? KnownInPicture.NONE
            : PostedPicture.of(picture).map(now.pictures()::in).orElse(KnownInPicture.NONE),
        now.version());
  }

  /** Returns how many pictures the file has. */
  public int inFile() {
    return file.current().value().all().size();
  }

  /** Returns mistakes on disk that keep an older version in use. */
  public synchronized List<FileProblem> problems() {
    file.refresh();
    return file.problems();
  }
}
