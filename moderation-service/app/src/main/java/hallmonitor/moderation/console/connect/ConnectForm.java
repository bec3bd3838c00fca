package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.console.policy.AccountDrafting;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.WebAddresses;
import hallmonitor.settings.yaml.YamlMapping;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of an account before its credential; it stays in the form if it is refused.
 *
 * @param form id of the form, so that sending it twice is one connection
 * @param account its short name; empty for one made of the name
 */
public record ConnectForm(
    UUID form,
    ConnectGuide guide,
    String name,
    String address,
    String building,
    String kind,
    String administrator,
    String account) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_ADDRESS = 500;

  /** Thrown for wrong input; the sentence says what to change. */
  static final class Mistaken extends Refusal {
    private final String field;

    /**
     * Creates a refusal.
     *
     * @param field the one to change, as in a sheet's header
     */
    Mistaken(String field, Sentence sentence) {
      super(sentence);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  static ConnectForm empty(ConnectGuide guide) {
    return new ConnectForm(UUID.randomUUID(), guide, "", guide.address(), "", "", "", "");
  }

  /**
   * Reads the form.
   *
   * @param sent gives the value of a field; null for none
   */
  static ConnectForm of(ConnectGuide guide, Function<String, @Nullable String> sent) {
    return new ConnectForm(
        form(sent.apply("form")),
        guide,
        line(sent.apply("name")),
        line(sent.apply("base-url")),
        line(sent.apply("building")),
        line(sent.apply("kind")),
        line(sent.apply("administrator")),
        line(sent.apply("id")));
  }

  private static UUID form(@Nullable String id) {
    try {
      return UUID.fromString(line(id));
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID();
    }
  }

  /** Returns one line without what surrounds it; never null. */
  static String line(@Nullable String text) {
    return text == null ? "" : text.strip().replace("\0", "");
  }

  /** Returns the connection that gives an account of the district another credential. */
  static AccountConnection renewal(Account account, String by) {
    return new AccountConnection(
        UUID.randomUUID(),
        account.id(),
        account.name(),
        account.platform(),
        account.baseUrl().toString(),
        account.credential(),
        account.building(),
        YamlMapping.nameOf(account.kind()),
        account.administrator(),
        true,
        by,
        Instant.now(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Returns the values of the account's form in the district's file. */
  static Map<String, String> fieldsOf(AccountConnection connection, ConnectGuide guide) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", connection.account());
    fields.put("name", connection.name());
    fields.put("platform", connection.platform());
    fields.put("building", connection.building());
    fields.put("kind", connection.kind());
    fields.put("administrator", connection.administrator());
    fields.put("base-url", connection.address());
    fields.put("credential", connection.credential());
    fields.put("floor", guide.floor());
    fields.put("idle", guide.idle());
    return fields;
  }

  public static List<String> kinds() {
    return Arrays.stream(AccountKind.values()).map(YamlMapping::nameOf).toList();
  }

  public List<String> getKinds() {
    return kinds();
  }

  /** Returns the short name that the account will have. */
  String id() {
    return account.isEmpty() ? AccountDrafting.idFor(name) : account;
  }

  /**
   * Returns the connection to begin.
   *
   * @param underWay the connections that others began
   * @throws Mistaken for the first field that is missing or wrong
   */
  AccountConnection checked(District district, List<AccountConnection> underWay, String by) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Mistaken(
          "name",
          Sentence.of("Enter the name of the page, in at most {1} characters.", LONGEST_NAME));
    }
    if (!isAddress()) {
      throw new Mistaken(
          "base-url",
          Sentence.of("Enter the web address. It starts with https:// and holds no user name."));
    }
    if (district.building(building).isEmpty()) {
      throw new Mistaken("building", Sentence.of("Choose the school."));
    }
    if (!kinds().contains(kind)) {
      throw new Mistaken("kind", Sentence.of("Choose the kind of account."));
    }
    if (district.person(administrator).isEmpty()) {
      throw new Mistaken("administrator", Sentence.of("Choose who looks after the account."));
    }
    checkNew(district, underWay);
    return new AccountConnection(
        form,
        id(),
        name,
        guide.getCode(),
        address,
        id(),
        building,
        kind,
        administrator,
        false,
        by,
        Instant.now(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private void checkNew(District district, List<AccountConnection> underWay) {
    if (!ID.matcher(id()).matches()) {
      throw new Mistaken(
          "id",
          Sentence.of(
              "The short name has lower-case letters, digits and hyphens only, such as maple-high-blog."));
    }
    boolean taken =
        district.accounts().stream()
            .anyMatch(a -> a.id().equals(id()) || a.credential().equals(id()));
    if (taken) {
      throw new Mistaken(
          "id",
          Sentence.of("There is an account with the short name {1} already. Enter another.", id()));
    }
    boolean begun =
        underWay.stream().anyMatch(c -> c.account().equals(id()) && !c.connectionId().equals(form));
    if (begun) {
      throw new Mistaken(
          "id",
          Sentence.of(
              "An account with the short name {1} is being connected already. Go on with it, or enter another name.",
              id()));
    }
    Optional<Account> same =
        district.accounts().stream()
            .filter(a -> guide.isOneSite() && a.platform().equals(guide.getCode()))
            .filter(a -> plain(a.baseUrl().toString()).equals(plain(address)))
            .findFirst();
    if (same.isPresent()) {
      throw new Mistaken(
          "base-url", Sentence.of("{1} is connected at this address already.", same.get().name()));
    }
  }

  private static String plain(String address) {
    return address.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
  }

  private boolean isAddress() {
    try {
      URI uri = new URI(address);
      return address.length() <= LONGEST_ADDRESS
          && WebAddresses.isSafe(uri)
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
