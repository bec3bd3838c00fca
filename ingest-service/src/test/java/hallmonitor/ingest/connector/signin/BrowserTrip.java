package hallmonitor.ingest.connector.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.PlatformSignIn.Arrival;
import hallmonitor.ingest.connector.PlatformSignIn.Ask;
import hallmonitor.ingest.connector.PlatformSignIn.Departure;
import hallmonitor.ingest.connector.PlatformSignIn.OfferedAccount;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One person's way to a platform and back, as a browser and the console make it. */
public final class BrowserTrip {
  public static final URI BACK = URI.create("http://localhost:8080/connect/return");
  private static final String STATE = "n3v5R7kq2Yw8mZpL4tXcB6dGhJ1sQfUa9eVo0iWyKxM";
  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private final HttpClient browser =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Platform platform;
  private final Access access;
  private final PlatformSignIn signIn;

  /**
   * Prepares a trip.
   *
   * @param client the secret that holds the district's client; empty for none
   */
  public BrowserTrip(Platform platform, String site, String client) {
    this(platform, site, client, true);
  }

  /** Prepares a trip; the client may go to this machine only if that is allowed. */
  BrowserTrip(Platform platform, String site, String client, boolean clientOnThisMachine) {
    this.platform = platform;
    this.signIn = platform.signIn().orElseThrow();
    this.access =
        new Access(
            "school",
            URI.create(site),
            "school",
            new AccountSecrets(
                    Path.of("no-such-folder"),
                    variable ->
                        variable.startsWith("HALLMONITOR_SECRET_CLIENT_") && !client.isEmpty()
                            ? client
                            : null)
                .appsOnThisMachine(clientOnThisMachine),
            new RateBudget(10_000, 10_000, () -> 0));
  }

  public PlatformSignIn signIn() {
    return signIn;
  }

  public Access access() {
    return access;
  }

  public Departure depart() throws Exception {
    return signIn.depart(access, new Ask(BACK, STATE, challenge()));
  }

  /** Returns the challenge of the verifier. */
  public static String challenge() throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** Answers the platform's page and returns the parameters with which the browser comes back. */
  public Map<String, String> answer(Departure departure, String decision)
      throws IOException, InterruptedException {
    HttpResponse<String> there = visit(departure.address() + "&decision=" + decision);
    String location =
        there.headers().firstValue("Location").orElseThrow(() -> new AssertionError(there.body()));
    if (!location.startsWith(BACK + "?")) {
      throw new AssertionError("sent elsewhere: " + location);
    }
    return parameters(URI.create(location).getRawQuery());
  }

  /** Opens a page. */
  public HttpResponse<String> visit(String address) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  /** Reads the parameters of an address. */
  public static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return parameters;
  }

  public List<OfferedAccount> arrive(Departure departure, String code) throws Exception {
    return signIn.arrive(access, new Arrival(code, VERIFIER, BACK, departure.kept()));
  }

  /** Arrives with a verifier that does not belong to the challenge. */
  public List<OfferedAccount> arriveWithoutProof(Departure departure, String code)
      throws Exception {
    return signIn.arrive(access, new Arrival(code, STATE, BACK, departure.kept()));
  }

  /** Arrives as if the browser had been sent to another address. */
  public List<OfferedAccount> arriveAt(URI address, Departure departure, String code)
      throws Exception {
    return signIn.arrive(access, new Arrival(code, VERIFIER, address, departure.kept()));
  }

  /** Returns the state that went out. */
  public String state() {
    return STATE;
  }

  /** Connects with what was offered. */
  public Connector connect(OfferedAccount offered) {
    return platform.connect(access.with(offered.credential()));
  }
}
