package hallmonitor.ingest.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.ProfileRead;
import java.util.List;
import java.util.Optional;

/**
 * What an account says about itself on its page, as visitors see it. What is too long is cut, and
 * then it is not whole.
 *
 * @param links absolute web addresses, and addresses of mail and phones
 * @param whole whether it is all of the text, so that what is missing here is missing on the page
 * @param allLinks whether these are all links of the page
 * @param room the most characters that the platform lets stand there; absent if that is plenty
 */
public record AccountProfile(
    String name,
    String text,
    List<String> links,
    boolean whole,
    boolean allLinks,
    Optional<Integer> room) {
  public AccountProfile {
    String said = clean(text).strip();
    List<String> known =
        links.stream()
            .filter(link -> link.length() <= ProfileRead.LONGEST_LINK)
            .map(AccountProfile::clean)
            .distinct()
            .toList();
    name = beginning(clean(name).strip(), ProfileRead.LONGEST_NAME);
    text = beginning(said, ProfileRead.LONGEST_TEXT);
    links = known.stream().limit(ProfileRead.MOST_LINKS).toList();
    whole = whole && text.length() == said.length();
    allLinks = allLinks && links.size() == known.size();
  }

  /** Replaces what databases refuse: control characters, and halves of characters. */
  private static String clean(String text) {
    return new String(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ").getBytes(UTF_8), UTF_8);
  }

  private static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
