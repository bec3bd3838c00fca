package hallmonitor.ingest.connector;

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
 * @param pictures where pictures are that may be the sign of the account
 */
public record AccountProfile(
    String name,
    String text,
    List<String> links,
    boolean whole,
    boolean allLinks,
    Optional<Integer> room,
    List<Portrait> pictures) {
  /**
   * A picture that was not fetched yet.
   *
   * @param profile whether it is the one that stands for the account, which has one only
   */
  public record Portrait(String address, boolean profile) {}

  public AccountProfile {
    String said = ForeignText.clean(text);
    List<String> known =
        links.stream()
            .filter(link -> link.length() <= ProfileRead.LONGEST_LINK)
            .map(ForeignText::clean)
            .distinct()
            .toList();
    name = ForeignText.line(name, ProfileRead.LONGEST_NAME);
    text = ForeignText.beginning(said, ProfileRead.LONGEST_TEXT);
    links = known.stream().limit(ProfileRead.MOST_LINKS).toList();
    whole = whole && text.length() == said.length();
    pictures =
        pictures.stream()
            .filter(one -> !one.address().isBlank())
            .distinct()
            .limit(ProfileRead.MOST_PICTURES)
            .toList();
    allLinks = allLinks && links.size() == known.size();
  }
}
