package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.sso.Account;
import hallmonitor.moderation.console.access.sso.Admission;
import hallmonitor.moderation.console.access.sso.Flow;
import hallmonitor.moderation.console.access.sso.Providers;
import hallmonitor.moderation.console.access.sso.SsoRefused;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Signs people in through the district's OpenID Connect provider. They become the same session as
 * by password. If it is not configured, none of its parts are created.
 */
@ApplicationScoped
public class SingleSignOn {
  static final String SECRET = "sso-client-secret";
  static final String RETURN = "/sign-in/sso/return";

  private final Optional<ConsoleConfig.SingleSignOnSettings> settings;
  private final Optional<Providers> providers;
  private final Optional<Admission> admission;
  private final RoleMapping roles;
  private final ConsoleSecrets secrets;
  private final ConsoleUsers people;
  private final SsoPeople links;
  private final Passwords passwords;
  private final SecondFactorRule rule;

  SingleSignOn(
      ConsoleConfig config,
      ConsoleSecrets secrets,
      ConsoleUsers people,
      SsoPeople links,
      Passwords passwords,
      SecondFactorRule rule) {
    this.settings = config.sso();
    this.providers =
        settings.map(
            sso ->
                new Providers(
                    sso.issuer(),
                    sso.clientId(),
                    config.url().resolve(RETURN),
                    sso.longestAge(),
                    InstantSource.system()));
    this.admission = settings.map(SingleSignOn::admission);
    this.roles = settings.map(RoleMapping::of).orElse(RoleMapping.NONE);
    this.secrets = secrets;
    this.people = people;
    this.links = links;
    this.passwords = passwords;
    this.rule = rule;
  }

  private static Admission admission(ConsoleConfig.SingleSignOnSettings sso) {
    return new Admission(
        "accounts.google.com".equals(sso.issuer().getHost()),
        sso.allowedDomains().orElse(List.of()),
        sso.emailClaim().orElse("email"),
        sso.rolesClaim());
  }

  /** Returns the provider's name; empty if there is none. */
  CharSequence label() {
    return settings
        .<CharSequence>map(
            sso -> sso.label().<CharSequence>map(l -> l).orElse(Sentence.of("your school account")))
        .orElse("");
  }

  /** Returns whether an administrator has signed in with it and the provider answers. */
  boolean works() {
    return providers.isPresent() && links.anAdministratorCameIn() && providers.get().isReachable();
  }

  public boolean isConfigured() {
    return providers.isPresent();
  }

  URI ask(Flow flow) throws SsoRefused {
    return providers.orElseThrow().ask(flow);
  }

  /**
   * Signs a person in.
   *
   * @param code as the provider gave it to the browser
   * @return the user name
   */
  String signIn(String code, Flow flow) throws SsoRefused {
    String secret =
        secrets
            .find(SECRET)
            .orElseThrow(
                () ->
                    new SsoRefused(
                        Sentence.of(
                            "Single sign-on is not fully set up. Tell the server's administrator."),
                        "the secret " + SECRET + " is missing"));
    Account account =
        admission
            .orElseThrow()
            .admit(
                settings.orElseThrow().issuer().toString(),
                providers.orElseThrow().redeem(code, flow, secret));
    String name = roles.isEmpty() ? added(account) : mapped(account, roles.access(account));
    mustBeStrong(name, account);
    links.signedIn(name, account);
    return name;
  }

  /** Who needs a second factor here needs one at the provider, if it says so at all. */
  private void mustBeStrong(String name, Account account) throws SsoRefused {
    List<String> wanted = settings.orElseThrow().secondFactorValues().orElse(List.of());
    boolean asked =
        people.named(name).filter(one -> SignInStep.asked(one, rule.current())).isPresent();
    if (asked && !wanted.isEmpty() && !account.strength().isAnyOf(wanted)) {
      throw new SsoRefused(
          Sentence.of(
              "Your district requires a second step, and your school account was signed in to"
                  + " without one. Set one up there, sign out there, then sign in here again."),
          "neither acr nor amr is one of hallmonitor.console.sso.second-factor-values");
    }
  }

  /** Only people that an administrator added, matched by email. */
  private String added(Account account) throws SsoRefused {
    return links
        .find(account)
        .flatMap(people::named)
        .filter(person -> !person.removed())
        .map(ConsoleUser::userName)
        .orElseThrow(
            () ->
                new SsoRefused(
                    Sentence.of(
                        "This account has not been added to the console. Ask an administrator to"
                            + " add your email address under People, or to save it there again."),
                    "no person for the account"));
  }

  /** People with a role from the provider, added here when they first sign in. */
  private String mapped(Account account, Access access) throws SsoRefused {
    Optional<ConsoleUser> known = links.find(account).flatMap(people::named);
    boolean refused =
        known.map(ConsoleUser::removed).orElseGet(() -> links.isTaken(account.email()));
    if (refused) {
      throw new SsoRefused(
          Sentence.of(
              "Your access to the console was removed, or another account uses your email address"
                  + " here. Ask an administrator."),
          "the person is removed, or bound to another account");
    }
    if (known.isEmpty()) {
      return links.add(account, access, passwords.none());
    }
    String name = known.get().userName();
    // The last administrator stays one, even if the claim says otherwise: see People.setAccess.
    if (!known.get().access().equals(access)) {
      people.setAccess(name, access, "single-sign-on");
    }
    return name;
  }
}
