# shellcheck shell=bash
# The commands and what they do. Each Java command knows its own options: ./copilot triage --help

help_show() {
  cat <<'TEXT'
Analyst Copilot turns a backlog of security alerts into a few explained cases, and answers questions about them.

  ./copilot run [--empty] [--port N] [--foreground]   start everything and print the address to open
  ./copilot stop                                      stop it, and its database
  ./copilot status                                    is it running, where, since when
  ./copilot ask "QUESTION"                            one question, answered in the terminal
  ./copilot triage FILE… --format F --out DIR         turn a backlog of alerts into cases and a report
  ./copilot import PATH --kind K                      take in knowledge: attack, sigma, markdown, …
  ./copilot search --kind K TEXT                      look knowledge up
  ./copilot chain --flows FILE [--out FILE]           put the actions of attacks into order
  ./copilot score --format F [--fit F0] FILE --out O  how strange each row of a table is (kdd, zeek)
  ./copilot train anomaly [--data FILES --out DIR]    fit a model on your own alerts, kept in versions
  ./copilot eval [SUITE] · bench [NAME]               measure how good, how fast (--list says what there is)
  ./copilot user add NAME --role ROLE                 a login with a password
  ./copilot user token NAME                           a token for that person's programs
  ./copilot doctor                                    what is installed, what is missing, what to do
  ./copilot install                                   install what is missing (once, with sudo)
  ./copilot test [--quick] [--java] [--ui] [--browser]  the test suite
  ./copilot help

Options of triage, ask, import, search, chain, score, train and user:  ./copilot COMMAND --help
Settings come from the environment:
  COPILOT_DATA          folder for data, logs and the private database (default: data/ here)
  COPILOT_DATABASE_URL  a PostgreSQL with pgvector to use instead of the private one
  COPILOT_PORT          port of the service (default: 8080)
  COPILOT_LLM_BASE_URL, COPILOT_LLM_MODEL, COPILOT_LLM_API_KEY
                        any endpoint that speaks OpenAI's protocol; none set: answers are composed without a model
  COPILOT_LLM2_BASE_URL, …_MODEL, …_API_KEY
                        a second one, asked where the first cannot answer
  COPILOT_JAVA_OPTS     more options for Java
TEXT
}

help_unknown() {
  local known near=''
  for known in run stop status ask triage import search chain score train eval bench user doctor install test help; do
    [[ "$known" != "${1:0:2}"* ]] || near="$known"
  done
  die "there is no command '$1'.${near:+ Did you mean $near?}" './copilot help lists the commands.'
}
