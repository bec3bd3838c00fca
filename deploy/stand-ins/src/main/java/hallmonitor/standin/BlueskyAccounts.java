package hallmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts, passwords and sessions, with the limit of sign-ins that a real server has. */
public final class BlueskyAccounts {
  private static final String APP = "com.atproto.appPass";

  record Account(String did, String handle, Map<String, String> scopes) {}

  private final Map<String, Account> byHandle = new HashMap<>();
  private final Map<String, String> tokens = new HashMap<>();
  private final Set<String> expired = new HashSet<>();
  private int signInsLeft = Integer.MAX_VALUE;
  private int signIns;
  private int refreshes;

  /**
   * Admits an account that may sign in with an app password from now on.
   *
   * @return its id, the same for the same handle
   */
  String admit(String credential) {
    int colon = credential.lastIndexOf(':');
    String handle = credential.substring(0, colon);
    UUID id = UUID.nameUUIDFromBytes(handle.getBytes(UTF_8));
    Account account = new Account(did(id), handle, new HashMap<>());
    account.scopes().put(credential.substring(colon + 1), APP);
    byHandle.put(handle, account);
    return account.did();
  }

  private static String did(UUID id) {
    return "did:plc:" + id.toString().replace("-", "").substring(0, 24);
  }

  ObjectNode create(JsonNode input) {
    String did = did(UUID.randomUUID());
    Account account = new Account(did, input.path("handle").asText(), new HashMap<>());
    account.scopes().put(input.path("password").asText(), "com.atproto.access");
    byHandle.put(account.handle(), account);
    return session(account, "com.atproto.access");
  }

  ObjectNode appPassword(String did) {
    String password = UUID.randomUUID().toString().substring(0, 18);
    byDid(did).scopes().put(password, APP);
    return JsonNodeFactory.instance.objectNode().put("password", password);
  }

  ObjectNode signIn(JsonNode input) {
    if (signInsLeft-- <= 0) {
      throw new XrpcRefusal(429, "RateLimitExceeded", "Rate Limit Exceeded");
    }
    signIns++;
    Account account = byHandle.get(input.path("identifier").asText());
    String scope = account == null ? null : account.scopes().get(input.path("password").asText());
    if (account == null || scope == null) {
      throw new XrpcRefusal(401, "AuthenticationRequired", "Invalid identifier or password");
    }
    return session(account, scope);
  }

  ObjectNode refresh(String token) {
    String did = holder(token, "refresh");
    refreshes++;
    return session(byDid(did), APP);
  }

  /** Returns the owner of an access token. */
  String signedIn(String token) {
    return holder(token, "access");
  }

  private String holder(String token, String kind) {
    if (expired.contains(token)) {
      throw new XrpcRefusal(400, "ExpiredToken", "Token has expired");
    }
    String holder = tokens.get(kind + token);
    if (holder == null) {
      throw new XrpcRefusal(401, "InvalidToken", "Malformed token");
    }
    return holder;
  }

  private ObjectNode session(Account account, String scope) {
    ObjectNode session =
        JsonNodeFactory.instance
            .objectNode()
            .put("did", account.did())
            .put("handle", account.handle());
    for (String kind : new String[] {"access", "refresh"}) {
      ObjectNode claims =
          JsonNodeFactory.instance
              .objectNode()
              .put("scope", kind.equals("access") ? scope : "com.atproto.refresh")
              .put("jti", UUID.randomUUID().toString());
      String token =
          "e30."
              + Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(claims.toString().getBytes(UTF_8))
              + ".c2ln";
      tokens.put(kind + token, account.did());
      session.put(kind + "Jwt", token);
    }
    return session;
  }

  /** Returns the account's handle; one made of its id for somebody who only writes. */
  String handle(String did) {
    return find(did).map(Account::handle).orElse("reader" + did.replace(":", "") + ".test");
  }

  private Account byDid(String did) {
    return find(did).orElseThrow();
  }

  private Optional<Account> find(String did) {
    return byHandle.values().stream().filter(a -> a.did().equals(did)).findFirst();
  }

  /** Makes every access token expire, as after two hours. */
  public void expireAccess() {
    tokens.keySet().stream()
        .filter(key -> key.startsWith("access"))
        .map(key -> key.substring("access".length()))
        .forEach(expired::add);
  }

  /** Makes every refresh token expire, as after 90 days. */
  public void expireRefresh() {
    tokens.keySet().stream()
        .filter(key -> key.startsWith("refresh"))
        .map(key -> key.substring("refresh".length()))
        .forEach(expired::add);
  }

  public void allowSignIns(int more) {
    signInsLeft = more;
  }

  public int signIns() {
    return signIns;
  }

  public int refreshes() {
    return refreshes;
  }
}
