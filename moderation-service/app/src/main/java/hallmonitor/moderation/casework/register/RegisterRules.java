package hallmonitor.moderation.casework.register;

import hallmonitor.moderation.casework.watch.WatchRules;
import java.util.Map;
import java.util.Set;

/**
 * What the district asks of its accounts.
 *
 * @param disclaimer the text that stands on each page, by language; empty for none
 * @param districtSite the link that stands on each page; empty for none
 * @param schoolSites by building, the link that stands on the pages of its accounts
 * @param contact the only contact details on a page; empty for none
 * @param logo perceptual hashes of the district's logo and of parts of it, in hexadecimal digits; a
 *     person looks for it if empty
 * @param nameForm how a page is named, in words; empty for none
 * @param decideWithin days after which an undecided request is overdue; 1 to 365, as the next two
 * @param remindEvery days between two mails about the same gap
 * @param passOnAfter days after which a gap is also told to the next person
 * @param watch how often comments are looked at, and who is told if not
 * @param kinds what is asked of each kind, named as in district.yaml
 */
public record RegisterRules(
    Map<String, String> disclaimer,
    String districtSite,
    Map<String, String> schoolSites,
    String contact,
    Set<String> logo,
    String nameForm,
    int decideWithin,
    int remindEvery,
    int passOnAfter,
    WatchRules watch,
    Map<String, KindRules> kinds) {
  public RegisterRules {
    disclaimer = Map.copyOf(disclaimer);
    schoolSites = Map.copyOf(schoolSites);
    logo = Set.copyOf(logo);
    kinds = Map.copyOf(kinds);
  }

  public KindRules of(String kind) {
    return kinds.getOrDefault(kind, KindRules.NONE);
  }
}
