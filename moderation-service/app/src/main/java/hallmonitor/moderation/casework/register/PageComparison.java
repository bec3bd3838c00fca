package hallmonitor.moderation.casework.register;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a page with what the district asks of it. What cannot be told from what was read has no
 * finding: then a person looks.
 */
public final class PageComparison {
  private PageComparison() {}

  /**
   * Returns the findings by demand.
   *
   * @param building id in district.yaml
   */
  public static Map<AccountDemand, PageFinding> of(
      SeenPage page, RegisterRules rules, String building) {
    Map<AccountDemand, PageFinding> found = new EnumMap<>(AccountDemand.class);
    disclaimer(page, rules.disclaimer().values())
        .ifPresent(one -> found.put(AccountDemand.DISCLAIMER, one));
    link(page, rules.districtSite()).ifPresent(one -> found.put(AccountDemand.DISTRICT_LINK, one));
    link(page, rules.schoolSites().getOrDefault(building, ""))
        .ifPresent(one -> found.put(AccountDemand.SCHOOL_LINK, one));
    contact(page, rules.contact()).ifPresent(one -> found.put(AccountDemand.CONTACT_DETAILS, one));
    logo(page, rules.logo()).ifPresent(one -> found.put(AccountDemand.LOGO, one));
    return found;
  }

  /** One language is enough. */
  private static Optional<PageFinding> disclaimer(SeenPage page, Collection<String> texts) {
    String said = WordForWord.of(page.text());
    for (String text : texts) {
      if (said.contains(WordForWord.of(text))) {
        return Optional.of(new PageFinding(true, SeenPage.quote(text)));
      }
    }
    return texts.stream().anyMatch(page::lacks)
        ? Optional.of(new PageFinding(false, page.beginning()))
        : Optional.empty();
  }

  private static Optional<PageFinding> link(SeenPage page, String site) {
    Optional<SiteAddress> wanted = SiteAddress.of(site);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    for (String link : page.links()) {
      if (SiteAddress.of(link).filter(wanted.get()::holds).isPresent()) {
        return Optional.of(new PageFinding(true, SeenPage.quote(link)));
      }
    }
    return page.allLinks()
        ? Optional.of(new PageFinding(false, SeenPage.quote(String.join(" ", page.links()))))
        : Optional.empty();
  }

  /** Another phone number or email address is wrong, whatever else the page may say. */
  private static Optional<PageFinding> contact(SeenPage page, String asked) {
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> wanted = ContactDetails.in(asked, List.of());
    Map<String, String> shown = ContactDetails.in(page.text(), page.links());
    List<String> others =
        shown.entrySet().stream()
            .filter(one -> !wanted.containsKey(one.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (!others.isEmpty()) {
      return Optional.of(new PageFinding(false, SeenPage.quote(String.join(", ", others))));
    }
    boolean there =
        wanted.isEmpty()
            ? WordForWord.of(page.text()).contains(WordForWord.of(asked))
            : shown.keySet().containsAll(wanted.keySet());
    if (there) {
      return page.whole()
          ? Optional.of(new PageFinding(true, SeenPage.quote(asked)))
          : Optional.empty();
    }
    return page.lacks(asked)
        ? Optional.of(new PageFinding(false, page.beginning()))
        : Optional.empty();
  }

  /**
   * The picture that stands for an account is the place for the logo. A page without such a one may
   * show it in a form that was not read.
   */
  private static Optional<PageFinding> logo(SeenPage page, Set<String> logo) {
    if (logo.isEmpty()) {
      return Optional.empty();
    }
    Optional<PageFinding> alike =
        page.pictures().stream()
            .filter(picture -> picture.isLike(logo))
            .map(picture -> new PageFinding(true, SeenPage.quote(picture.address())))
            .findFirst();
    return alike.or(
        () ->
            page.pictures().stream()
                .filter(SeenPicture::profile)
                .map(picture -> new PageFinding(false, SeenPage.quote(picture.address())))
                .findFirst());
  }
}
