package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.ConsoleUser.ACCOUNT_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.BUILDING_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.store.objections.AppealDesk;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Records an appeal received by phone, by letter or in person. */
@Path("/cases/{id}/appeals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
  MODERATOR,
  BUILDING_ADMINISTRATOR,
  ACCOUNT_ADMINISTRATOR,
  ADMINISTRATOR,
  RECORDS_OFFICER
})
public class CaseAppealPages {
  private static final Set<String> CHANNELS = Set.of("telephone", "letter", "in-person");
  private static final int MOST_NAME = 120;
  private static final int MOST_CONTACT = 200;
  private static final int MOST_WHY = 4_000;

  private final PanelForms forms;
  private final AppealDesk desk;

  CaseAppealPages(PanelForms forms, AppealDesk desk) {
    this.forms = forms;
    this.desk = desk;
  }

  @POST
  public Response add(
      @PathParam("id") UUID id,
      @FormParam("form") UUID form,
      @FormParam("reference") @DefaultValue("") String reference,
      @FormParam("channel") @DefaultValue("") String channel,
      @FormParam("who") @DefaultValue("") String who,
      @FormParam("contact") @DefaultValue("") String contact,
      @FormParam("why") @DefaultValue("") String why) {
    forms.subject(id);
    String name = CasePanel.words(who);
    String reach = CasePanel.words(contact);
    String words = CasePanel.words(why);
    Optional<ShortCode> code = ShortCode.parse(reference);
    Sentence problem = problem(id, code, channel, name, reach, words);
    if (!problem.isEmpty()) {
      return CasePanel.refused(id, problem);
    }
    desk.receive(
        new AppealDesk.NewAppeal(
            form == null ? UUID.randomUUID() : form,
            code.orElseThrow(),
            channel,
            name,
            reach,
            words,
            Optional.empty(),
            Optional.of(forms.userName())),
        came -> forms.objections().appealDue(came, forms.zone()));
    return CasePanel.back(id, "appeals");
  }

  private Sentence problem(
      UUID id,
      Optional<ShortCode> reference,
      String channel,
      String who,
      String contact,
      String why) {
    if (reference.isEmpty() || !desk.isOf(reference.get(), id)) {
      return Sentence.of("Nothing in this case can be appealed with that reference.");
    }
    if (!CHANNELS.contains(channel)) {
      return Sentence.of(
          "Choose how you received the appeal: by phone, by letter or email, or in person.");
    }
    if (who.isEmpty() || who.length() > MOST_NAME || contact.length() > MOST_CONTACT) {
      return Sentence.of(
          "Enter the person's name in at most 120 characters, and how to reach them in at most"
              + " 200.");
    }
    return why.isEmpty() || why.length() > MOST_WHY
        ? Sentence.of("Enter why they are appealing, in at most 4,000 characters.")
        : Sentence.NONE;
  }
}
