package hallmonitor.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an account says about itself on its page. A compacted topic keeps the latest one per
 * account. It is text of others: it is shown, and compared, and nothing else.
 *
 * @param name at most {@value #LONGEST_NAME} characters
 * @param text at most {@value #LONGEST_TEXT} characters
 * @param links where the page leads, at most {@value #MOST_LINKS} of {@value #LONGEST_LINK}
 *     characters
 * @param whole whether it is all of the text, so that what is missing here is missing on the page
 * @param allLinks whether these are all links of the page
 * @param room the most characters that the platform lets stand there; absent if that is plenty
 * @param pictures at most {@value #MOST_PICTURES} that could be read; older records lack them
 */
public record ProfileRead(
    String account,
    String platform,
    String name,
    String text,
    List<String> links,
    boolean whole,
    boolean allLinks,
    Optional<Integer> room,
    Instant at,
    List<Picture> pictures) {
  public static final int LONGEST_NAME = 300;
  public static final int LONGEST_TEXT = 16_000;
  public static final int MOST_LINKS = 300;
  public static final int LONGEST_LINK = 1_000;
  public static final int MOST_PICTURES = 5;

  /**
   * A picture of the page, by what it looks like.
   *
   * @param address without its query; at most {@value #LONGEST_LINK} characters
   * @param profile whether it is the one that stands for the account
   * @param prints perceptual hashes of it and of parts of it, in hexadecimal digits; at least one
   */
  public record Picture(String address, boolean profile, List<String> prints) {
    private static final Pattern PRINT = Pattern.compile("[0-9a-f]{1,64}");

    public Picture {
      Objects.requireNonNull(address, "address");
      prints = List.copyOf(prints);
      if (prints.isEmpty() || !prints.stream().allMatch(one -> PRINT.matcher(one).matches())) {
        throw new IllegalArgumentException("prints are hexadecimal digits");
      }
    }
  }

  public ProfileRead {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
    links = links == null ? List.of() : List.copyOf(links);
    room = room == null ? Optional.empty() : room;
    pictures = pictures == null ? List.of() : List.copyOf(pictures);
  }
}
