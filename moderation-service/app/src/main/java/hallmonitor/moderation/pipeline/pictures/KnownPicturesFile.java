package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.store.archive.ListedPictures;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads known-pictures.yaml and reports every mistake with its line and column. */
public final class KnownPicturesFile {
  public static final String NAME = "known-pictures.yaml";

  /** Each picture of a comment is compared with all of them. */
  private static final int MOST_HASHES = 20_000;

  private static final int LONGEST_NAME = 100;

  private KnownPicturesFile() {}

  /**
   * Reads the file.
   *
   * @param text blank if there is none
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static KnownPictures read(String text) {
    return text.isBlank()
        ? KnownPictures.NONE
        : YamlFile.read(NAME, text, KnownPicturesFile::lists);
  }

  private static KnownPictures lists(YamlMapping root) {
    root.allow("lists");
    if (!root.has("lists")) {
      root.problem("lists", "'lists' is missing");
    }
    Set<String> ids = new HashSet<>();
    List<KnownPicture> all = new ArrayList<>();
    root.list("lists", list -> list(list, ids)).forEach(all::addAll);
    if (all.stream().mapToInt(picture -> picture.hashes().size()).sum() > MOST_HASHES) {
      root.problem("lists", "all lists have at most " + MOST_HASHES + " hashes");
    }
    return new KnownPictures(all);
  }

  private static List<KnownPicture> list(YamlMapping list, Set<String> ids) {
    list.allow("id", "source", "category", "score", "pictures");
    String id = name(list, "id");
    if (id.equals(ListedPictures.LIST)) {
      list.problem("id", "'" + id + "' is the list of the pictures that people listed");
    }
    if (!ids.add(id)) {
      list.problem("id", "two lists are called '" + id + "'");
    }
    name(list, "source");
    Category category = category(list);
    double score = list.number("score", 1, 0, 1);
    Set<String> names = new HashSet<>();
    return list.list("pictures", picture -> picture(picture, id, category, score, names)).stream()
        .filter(picture -> !picture.hashes().isEmpty())
        .toList();
  }

  private static Category category(YamlMapping list) {
    String label = list.text("category");
    Optional<Category> category = Category.of(label).filter(Category.judged()::contains);
    if (category.isEmpty() && list.has("category")) {
      list.problem(
          "category",
          "there is no category '%s'; known are %s"
              .formatted(
                  label,
                  Category.judged().stream()
                      .map(Category::label)
                      .collect(Collectors.joining(", "))));
    }
    return category.orElse(Category.THREAT);
  }

  private static KnownPicture picture(
      YamlMapping picture, String list, Category category, double score, Set<String> names) {
    picture.allow("name", "hashes");
    String name = name(picture, "name");
    if (!names.add(name)) {
      picture.problem("name", "two pictures of the list are called '" + name + "'");
    }
    List<String> written =
        picture.texts(
            "hashes",
            hash ->
                PdqHash.of(hash).isPresent()
                    ? Optional.empty()
                    : Optional.of("a PDQ hash has 64 digits from 0 to 9 and a to f"));
    if (written.isEmpty()) {
      picture.problem("hashes", "write at least one hash; deploy/pictures prints them");
    }
    String key = list + "/" + name;
    return new KnownPicture(
        key,
        key,
        category,
        score,
        written.stream().flatMap(hash -> PdqHash.of(hash).stream()).toList());
  }

  private static String name(YamlMapping mapping, String key) {
    String name = mapping.text(key);
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      mapping.problem(key, "'" + key + "' has at most " + LONGEST_NAME + " characters in one line");
    }
    return name;
  }
}
