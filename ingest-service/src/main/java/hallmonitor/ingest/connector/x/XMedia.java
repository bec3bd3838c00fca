package hallmonitor.ingest.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A picture or a video of a post (https://docs.x.com/x-api/fundamentals/data-dictionary#media). */
final class XMedia {
  /** Of less, letters are not read. In bits per second. */
  private static final int READABLE = 600_000;

  private XMedia() {}

  /**
   * Returns the files of pictures, and a small file of each video. Of a video without a file, its
   * preview and its page: the page cannot be read as a video, so that it is told. Pages stand after
   * all files: of one comment only so many addresses are read.
   *
   * @param all of a post
   * @param post its address
   */
  static List<String> addresses(List<JsonNode> all, String post) {
    List<String> pages = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      JsonNode media = all.get(i);
      Optional<String> file = text(media.path("url")).or(() -> video(media));
      file.or(() -> text(media.path("preview_image_url"))).ifPresent(files::add);
      if (file.isEmpty() && media.isObject() && moves(media)) {
        pages.add(post + "/video/" + (i + 1));
      }
    }
    files.addAll(pages);
    return files;
  }

  private static boolean moves(JsonNode media) {
    return !media.path("type").asText("photo").equals("photo");
  }

  /** Returns the smallest one that can be read, or the largest. */
  private static Optional<String> video(JsonNode media) {
    List<JsonNode> files = new ArrayList<>();
    for (JsonNode one : media.path("variants")) {
      if (one.path("content_type").asText("").equals("video/mp4")
          && text(one.path("url")).isPresent()) {
        files.add(one);
      }
    }
    files.sort(Comparator.comparingInt(XMedia::bits));
    return files.stream()
        .filter(one -> bits(one) >= READABLE)
        .findFirst()
        .or(() -> files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1)))
        .map(one -> one.path("url").asText());
  }

  private static int bits(JsonNode file) {
    return file.path("bit_rate").asInt(0);
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.asText(null)).filter(text -> !text.isEmpty());
  }
}
