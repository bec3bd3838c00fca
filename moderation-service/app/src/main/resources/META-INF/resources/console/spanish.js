// The texts of the console's scripts in Spanish; loaded for readers of Spanish. The words match spanish/pages.yaml.
window.spanish = {
  "Nothing is blurred here. Keys has a switch to blur text.":
    "Aquí no hay nada borroso. En Teclas hay un interruptor para mostrar borroso el texto.",
  "Show the picture": "Mostrar la imagen",
  "Blur the picture": "Dejar borrosa la imagen",
  "This picture can't be shown. Reload the page to see why.":
    "Esta imagen no se puede mostrar. Vuelva a cargar la página para ver por qué.",
  "Wait a moment: this case is being saved.": "Espere un momento: este caso se está guardando.",
  "Somebody decided this case just now. Look again, then decide.": "Alguien acaba de decidir este caso. Mírelo otra vez y después decida.",
  "That decision is not offered for this case.": "Esa decisión no se ofrece para este caso.",
  "Choose a case first, with j or k.": "Elija primero un caso, con j o k.",
  "There is no decision to undo here.": "Aquí no hay ninguna decisión que deshacer.",
  "{1} selected": "{1} seleccionados",
  "Skipped.": "Saltado.",
  "The rest is coming.": "Ya viene el resto.",
  "That did not reach the server, so nothing was changed. Reload the page and try again.":
    "Eso no llegó al servidor, así que no se cambió nada. Vuelva a cargar la página e inténtelo otra vez.",
  "This case was decided just now.": "Este caso se acaba de decidir.",
  "The queue is up to date.": "La cola está al día.",
  "A new case waits for an answer.": "Un caso nuevo espera una respuesta.",
  "{1} new in the queue.": "{1} nuevos en la cola.",
  "{1} new": "{1} nuevos",
  "You're reviewing this.": "Usted está revisando esto.",
  " is reviewing this.": " está revisando esto.",
  "{1} is reviewing this.": "{1} está revisando esto.",
  "This page missed news. Reload it when you are done.":
    "A esta página le faltan novedades. Vuelva a cargarla cuando termine.",
  "The connection to the server is lost: news do not arrive. Trying again.":
    "Se perdió la conexión con el servidor: no llegan novedades. Se intenta otra vez.",
  "1 urgent case": "1 caso urgente",
  "{1} urgent cases": "{1} casos urgentes",
  "Open the queue to act.": "Abra la cola para actuar.",
  "Undo": "Deshacer",
  "Close": "Cerrar",
  "Overdue by {1}": "Vencido hace {1}",
  "In {1}": "En {1}",
  "This case has changed. Close what you are typing in to see it.":
    "Este caso cambió. Cierre lo que está escribiendo para verlo.",
  "This device already has a passkey for you.": "Este dispositivo ya tiene una llave de acceso suya.",
  "You did not finish. Try again.": "No terminó. Inténtelo otra vez.",
  "That did not work. Reload the page, and try again.": "Eso no funcionó. Vuelva a cargar la página e inténtelo otra vez.",
};
