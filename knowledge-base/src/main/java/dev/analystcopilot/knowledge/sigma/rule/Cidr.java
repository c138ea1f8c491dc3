package dev.analystcopilot.knowledge.sigma.rule;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A network of addresses, IPv4 or IPv6.
public final class Cidr {
    /// Only what can be nothing but an address: a name would be looked up.
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=[^:]*:)[0-9a-fA-F:]{2,39}(:\\d{1,3}(\\.\\d{1,3}){3})?");

    private final String text;
    private final byte[] address;
    private final int bits;

    private Cidr(String text, byte[] address, int bits) {
        this.text = text;
        this.address = address;
        this.bits = bits;
    }

    /// Such as `10.0.0.0/8` or `fe80::/10`; empty if it is none.
    public static Optional<Cidr> read(String text) {
        int slash = text.indexOf('/');
        String length = slash < 0 ? "" : text.substring(slash + 1);
        Optional<byte[]> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty() || !length.matches("\\d{0,3}")) {
            return Optional.empty();
        }
        int all = address.get().length * 8;
        int bits = length.isEmpty() ? all : Integer.parseInt(length);
        return bits > all ? Optional.empty() : Optional.of(new Cidr(text, address.get(), bits));
    }

    /// Whether the text is an address of this network.
    public boolean contains(String value) {
        return address(value)
                .filter(other -> other.length == address.length)
                .filter(other -> prefix(other).equals(prefix(address)))
                .isPresent();
    }

    /// How many leading bits an address shares with the network.
    public int bits() {
        return bits;
    }

    private BigInteger prefix(byte[] bytes) {
        return new BigInteger(1, bytes).shiftRight(bytes.length * 8 - bits);
    }

    private static Optional<byte[]> address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            // Digits and colons that are no address, such as 999.1.1.1.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
