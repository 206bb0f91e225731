package studio.selfsame.likeness.picture;

/** A square of stabilised space: upper left corner and side in eye distances. */
public record FaceRegion(double left, double top, double side) {
    public double x(double u) {
        return left + u * side;
    }

    public double y(double v) {
        return top + v * side;
    }

    public double u(double x) {
        return (x - left) / side;
    }

    public double v(double y) {
        return (y - top) / side;
    }
}
