package hallmonitor.moderation.console.connect;

import hallmonitor.contract.event.CredentialResult.SignInReady;
import hallmonitor.messaging.credential.CredentialPayload.AuthorizationCode;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.Connections;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * Where platforms send people back to. The session cookie does not come along, because another site
 * started the way here; the trip's own cookie does, and says who is traveling.
 */
@Path(PlatformSignIns.RETURN)
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class PlatformReturnPages {
  /** Thrown if nothing is handed over; the sentence says what to do. */
  private static final class Lost extends Refusal {
    Lost(Sentence sentence) {
      super(sentence);
    }
  }

  @CheckedTemplate(basePath = "console/connect")
  static class Templates {
    static native TemplateInstance platformReturn(String page, Sentence problem);
  }

  private final PlatformSignIns signIns;
  private final Connections connections;
  private final ConnectionLinks links;
  private final CredentialHandover handover;
  private final ConsoleUsers people;
  private final LiveRules rules;

  PlatformReturnPages(
      PlatformSignIns signIns,
      Connections connections,
      ConnectionLinks links,
      CredentialHandover handover,
      ConsoleUsers people,
      LiveRules rules) {
    this.signIns = signIns;
    this.connections = connections;
    this.links = links;
    this.handover = handover;
    this.people = people;
    this.rules = rules;
  }

  /**
   * Answers with a page that moves on by itself. That also keeps what came in the address, such as
   * WordPress's password, out of the browser's history.
   */
  @GET
  public Response comeBack(UriInfo address, RoutingContext context) {
    PlatformTrip trip = signIns.arrive(context).orElse(null);
    if (trip == null) {
      return answer(
          422,
          "",
          Sentence.of(
              "This sign-in was already used, took longer than 10 minutes, or started in another"
                  + " browser. Open the account's page, or the link in your email, and start again."));
    }
    try {
      take(trip, new BroughtBack(address.getQueryParameters()::getFirst));
      return answer(200, trip.page(), Sentence.NONE);
    } catch (Lost | CredentialHandover.NotTaken e) {
      return answer(422, trip.page(), e.sentence());
    }
  }

  private static Response answer(int status, String page, Sentence problem) {
    return Response.status(status).entity(Templates.platformReturn(page, problem)).build();
  }

  private void take(PlatformTrip trip, BroughtBack brought) {
    AccountConnection connection = connections.find(trip.connection()).orElse(null);
    if (connection == null
        || !(connection.result() instanceof SignInReady ready)
        || !brought.belongsTo(trip, ready)
        || brought.isOfAnotherIssuer(ready.address())) {
      throw new Lost(
          Sentence.of(
              "What came back does not belong to the sign-in that you started here. Nothing was"
                  + " taken. Start again."));
    }
    if (!mayTravel(trip, connection)) {
      throw new Lost(
          Sentence.of("You may no longer connect this account. Ask the person who asked you to."));
    }
    if (brought.isDenied()) {
      throw new Lost(
          Sentence.of(
              "You did not allow it, or stopped on the platform's page. Nothing was changed. Start"
                  + " again when you are ready."));
    }
    if (brought.error().isPresent()) {
      throw new Lost(
          Sentence.of(
              "The platform reports an error, {1}. Start again. If it comes back, ask the person who"
                  + " runs the server.",
              brought.error().get()));
    }
    if (brought.isFromElsewhere(connection.address())) {
      throw new Lost(
          Sentence.of(
              "You signed in at another site than {1}. Nothing was taken. Delete the new"
                  + " application password there, and start again.",
              connection.address()));
    }
    String code =
        brought
            .code()
            .orElseThrow(
                () ->
                    new Lost(
                        Sentence.of("The platform sent you back without an answer. Start again.")));
    handover.send(
        connection,
        new AuthorizationCode(
            trip.order(), code, trip.verifier().getValue(), signIns.back(trip.invited())),
        trip.invited() ? Connections.INVITATION : trip.traveler());
  }

  /** The cookie says who started; this asks whether they still may. */
  private boolean mayTravel(PlatformTrip trip, AccountConnection connection) {
    if (trip.invited()) {
      return links
          .find(trip.traveler())
          .filter(link -> link.connectionId().equals(connection.connectionId()))
          .map(link -> new InvitedConnection(link, connection))
          .filter(one -> one.closed(rules.district().current().value()).isEmpty())
          .isPresent();
    }
    return people
        .named(trip.traveler())
        .filter(person -> !person.removed() && person.administrator())
        .isPresent();
  }
}
