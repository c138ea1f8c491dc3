package dev.analystcopilot.triage.sign;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an alert's body can hold, whatever its source calls it. Products name the same thing in many ways; the names
/// stand here in small letters without `_`, `-`, `.` and blanks, the last part of the path only.
enum Field {
    IMAGE("image newprocessname exe executable sourceimage callerprocessname application"),
    IMAGE_OF_CALLER("processname"),
    COMMAND("commandline processcommandline cmdline command processcommand proctitle"),
    PARENT("parentimage parentprocessname parentexecutable parentname"),
    PARENT_COMMAND("parentcommandline parentprocesscommandline"),
    USER("user subjectusername sourceuser srcuser username accountname"),
    PARENT_USER("parentuser"),
    TARGET_USER("targetusername dstuser targetuser membername samaccountname"),
    INTEGRITY("integritylevel mandatorylabel"),
    FOLDER("currentdirectory pwd cwd workingdirectory"),
    ORIGINAL_NAME("originalfilename"),
    COMPANY("company"),
    TARGET_IMAGE("targetimage"),
    ACCESS("grantedaccess accessmask"),
    TRACE("calltrace"),
    FILE("targetfilename path relativetargetname filename filepath file objectname"),
    REGISTRY("targetobject"),
    VALUE("details newvalue"),
    SERVICE("servicename param1"),
    SERVICE_PATH("imagepath servicefilename"),
    TASK("taskname"),
    TASK_CONTENT("taskcontent taskcontentnew"),
    SCRIPT("scriptblocktext payload"),
    QUERY("queryname rrname destinationhostname sni targetservername hostname"),
    TARGET_IP("destinationip dstip destip destaddress destinationaddress"),
    TARGET_PORT("destinationport dstport destport"),
    SOURCE_IP("ipaddress srcip sourceip sourceipaddress sourceaddress clientip"),
    WORKSTATION("workstationname workstation"),
    LOGON_TYPE("logontype"),
    LOGON_PROCESS("logonprocessname"),
    PACKAGE("authenticationpackagename lmpackagename"),
    STATUS("substatus failurecode"),
    TICKET("ticketencryptiontype"),
    PROPERTIES("properties"),
    SHARE("sharename"),
    PIPE("pipename"),
    URL("url uri request"),
    AGENT("useragent httpuseragent"),
    HTTP_STATUS("httpstatus statuscode"),
    EVENT("eventid eventcode"),
    CHANNEL("channel logname"),
    PROVIDER("providername eventsourcename sourcename"),
    LOADED("imageloaded"),
    SIGNED("signed"),
    SIGNER("signer"),
    SIGNATURE("signature"),
    CATEGORY("category"),
    CLOUD("eventname operation"),
    ERROR("errorcode"),
    RESULT("result"),
    CHANGE("change"),
    DECODER("decoder"),
    LOCATION("location"),
    RULE("rule"),
    GROUPS("groups"),
    TITLE("title"),
    LOG("fulllog"),
    MESSAGE("message"),
    /// What encoded text in the code turned out to be.
    DECODED(""),
    /// All that is run: commands, scripts, paths of services, values of run keys, decoded text.
    CODE(""),
    /// What was worked out about the rest; see [Facts].
    FACT("");

    private static final Map<String, Field> BY_NAME = byName();

    private final String names;

    /// @param names of the products, with blanks between
    Field(String names) {
        this.names = names;
    }

    private static Map<String, Field> byName() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : values()) {
            for (String name : field.names.split(" ", -1)) {
                fields.put(name, field);
            }
        }
        // What has no name is worked out here, and no record may claim it.
        fields.remove("");
        return fields;
    }

    /// The field of a source's name for it, in the spelling above; null if it is none.
    static @Nullable Field ofSource(String name) {
        return BY_NAME.get(name);
    }

    /// The field of the name used in `signs.yaml`.
    static Field ofRule(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Whether several values are kept, one behind the other; of the other fields the first counts.
    boolean gathers() {
        return switch (this) {
            case COMMAND, SCRIPT, FILE, VALUE, QUERY, STATUS, GROUPS, FACT, DECODED, CODE, LOG, PACKAGE -> true;
            case IMAGE, IMAGE_OF_CALLER, PARENT, PARENT_COMMAND, USER, PARENT_USER, TARGET_USER, INTEGRITY -> false;
            case FOLDER, ORIGINAL_NAME, COMPANY, TARGET_IMAGE, ACCESS, TRACE, REGISTRY, SERVICE -> false;
            case SERVICE_PATH, TASK, TASK_CONTENT, PROPERTIES, TARGET_IP, TARGET_PORT, SOURCE_IP, WORKSTATION -> false;
            case LOGON_TYPE, LOGON_PROCESS, TICKET, SHARE, PIPE, URL, AGENT, HTTP_STATUS, EVENT -> false;
            case CHANNEL, PROVIDER, LOADED, SIGNED, SIGNER, SIGNATURE, CATEGORY, CLOUD, ERROR, RESULT -> false;
            case CHANGE, DECODER, LOCATION, RULE, TITLE, MESSAGE -> false;
        };
    }
}
