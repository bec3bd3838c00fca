package hallmonitor.moderation.console.register;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.BUILDING_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;
import static hallmonitor.moderation.console.register.RegisterInput.LONGEST_TEXT;
import static hallmonitor.moderation.console.register.RegisterInput.text;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.RegisterAct;
import hallmonitor.moderation.casework.register.RegisterAct.NotPossible;
import hallmonitor.moderation.console.access.NotPermitted;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.store.register.RegisterDesk;
import hallmonitor.moderation.store.register.RegisterDesk.Adopted;
import hallmonitor.moderation.store.register.RegisterRecords;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** One account of the register: what is asked of it, what was seen, and who answers for it. */
@Path("/register")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class RegisterEntryPages {
  @CheckedTemplate(basePath = "console/register")
  static class Templates {
    static native TemplateInstance registerEntry(RegisterEntryPage p, Sentence problem);
  }

  private final AccountRegister register;
  private final RegisterQueries queries;
  private final RegisterDesk desk;
  private final RegisterRecords records;
  private final RegisterRights rights;
  private final Viewer viewer;

  RegisterEntryPages(
      AccountRegister register,
      RegisterQueries queries,
      RegisterDesk desk,
      RegisterRecords records,
      RegisterRights rights,
      Viewer viewer) {
    this.register = register;
    this.queries = queries;
    this.desk = desk;
    this.records = records;
    this.rights = rights;
    this.viewer = viewer;
  }

  @GET
  @Path("{id}")
  public TemplateInstance entry(@PathParam("id") UUID id) {
    return page(id, Sentence.NONE);
  }

  private RegisteredAccount visible(UUID id) {
    return register.one(id, viewer.scope(), viewer.userName()).orElseThrow(NotFoundException::new);
  }

  private TemplateInstance page(UUID id, Sentence problem) {
    RegisteredAccount account = visible(id);
    return Templates.registerEntry(
        new RegisterEntryPage(
            account,
            queries.history(id),
            register.rules(),
            register.district(),
            register.today(),
            rights.mayEdit(account),
            rights.mayPermit(account),
            rights.mayClear(account),
            account.entry().filedBy().equals(viewer.userName())),
        problem);
  }

  @POST
  @Path("{id}/decision")
  @RolesAllowed({BUILDING_ADMINISTRATOR, ADMINISTRATOR})
  public Response decide(
      @PathParam("id") UUID id,
      @FormParam("act") String act,
      @FormParam("reason") String reason,
      @FormParam("kind") String kind,
      @FormParam("building") String building) {
    RegisteredAccount account = visible(id);
    return changed(
        id,
        by -> {
          RegisterAct what = read(RegisterAct.class, act);
          rights.must(what, account);
          Optional<Adopted> adopted =
              what == RegisterAct.ADOPT
                  ? Optional.of(adopted(text(kind), text(building)))
                  : Optional.empty();
          desk.decide(id, what, adopted, by, text(reason, LONGEST_TEXT));
        });
  }

  private Adopted adopted(String kind, String building) {
    if (!AccountFilingForm.kinds().contains(kind)) {
      throw new NotPossible(Sentence.of("Choose the kind of account."));
    }
    if (register.district().building(building).isEmpty()) {
      throw new NotPossible(Sentence.of("Choose the school."));
    }
    rights.mustPermit(register.rules().of(kind), building);
    return new Adopted(kind, building);
  }

  @POST
  @Path("{id}/details")
  @RolesAllowed(ACT)
  public Response describe(
      @PathParam("id") UUID id,
      @FormParam("purpose") String purpose,
      @FormParam("administrator") String administrator,
      @FormParam("deputy") String deputy,
      @FormParam("address") String address) {
    return edited(
        id,
        by -> {
          if (!text(address).isEmpty() && CaseView.webAddress(text(address)) == null) {
            throw new NotPossible(
                Sentence.of("Enter a web address that starts with https://, or leave it empty."));
          }
          records.describe(
              id,
              new RegisterRecords.Details(
                  text(purpose, LONGEST_TEXT),
                  RegisterInput.person(administrator, register.district()),
                  RegisterInput.person(deputy, register.district()),
                  text(address, LONGEST_TEXT)),
              by);
        });
  }

  @POST
  @Path("{id}/records")
  @RolesAllowed(ACT)
  public Response look(
      @PathParam("id") UUID id,
      @FormParam("demand") String demand,
      @FormParam("found") String found,
      @FormParam("seen") String seen,
      @FormParam("day") String day) {
    RegisteredAccount account = visible(id);
    return edited(
        id,
        by -> {
          AccountDemand what = read(AccountDemand.class, demand);
          if (what == AccountDemand.AUTHORIZATION) {
            rights.mustPermit(account.rules(), account.entry().building());
          }
          if (!"good".equals(found) && !"wrong".equals(found)) {
            throw new NotPossible(Sentence.of("Say whether it is as it should be."));
          }
          String words = text(seen, LONGEST_TEXT);
          if (words.isEmpty()) {
            throw new NotPossible(
                Sentence.of("Write what you saw or did. Someone will read it a year from now."));
          }
          LocalDate on = RegisterInput.day(day, register.today());
          records.add(id, what, found.equals("good"), words, on, by);
        });
  }

  @POST
  @Path("{id}/holders")
  @RolesAllowed(ACT)
  public Response hold(
      @PathParam("id") UUID id, @FormParam("person") String person, @FormParam("day") String day) {
    return edited(
        id,
        by -> {
          String who = RegisterInput.person(person, register.district());
          if (who.isEmpty()) {
            throw new NotPossible(Sentence.of("Say who holds the password."));
          }
          records.hold(id, who, RegisterInput.day(day, register.today()), by);
        });
  }

  @POST
  @Path("{id}/holders/{holder}")
  @RolesAllowed(ACT)
  public Response handOver(
      @PathParam("id") UUID id,
      @PathParam("holder") long holder,
      @FormParam("act") String act,
      @FormParam("day") String day) {
    return edited(
        id,
        by -> {
          LocalDate on = RegisterInput.day(day, register.today());
          if ("changed".equals(act)) {
            records.rotate(id, holder, on, by);
          } else {
            records.leave(id, holder, on, by);
          }
        });
  }

  /** Only in the viewer's own buildings: elsewhere they see what they filed, and change nothing. */
  private Response edited(UUID id, Consumer<String> change) {
    if (!rights.mayEdit(visible(id))) {
      throw new NotPermitted(
          Sentence.of("This account belongs to another school. Ask its building administrator."));
    }
    return changed(id, change);
  }

  private Response changed(UUID id, Consumer<String> change) {
    try {
      change.accept(viewer.userName());
      return Response.seeOther(URI.create("/register/" + id)).build();
    } catch (NotPossible e) {
      return Response.status(422).entity(page(id, e.sentence())).build();
    }
  }

  private static <E extends Enum<E>> E read(Class<E> type, String code) {
    try {
      return EnumCodes.read(type, text(code));
    } catch (IllegalArgumentException e) {
      throw new NotPossible(Sentence.of("Nothing was selected. Choose one of the buttons."));
    }
  }
}
