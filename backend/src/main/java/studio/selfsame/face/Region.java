package studio.selfsame.face;

/** A turned square around a face, in pixels of the frame; the angle is clockwise. */
record Region(double centreX, double centreY, double side, double angleRad) {
    /** Room around the face that the mesh was trained with. */
    private static final double MARGIN = 1.5;

    Region withMargin() {
        return new Region(centreX, centreY, side * MARGIN, angleRad);
    }

    /** Intersection over union, the angle left out of account. */
    double overlap(Region other) {
        double half = side / 2;
        double otherHalf = other.side / 2;
        double width = Math.min(centreX + half, other.centreX + otherHalf)
                - Math.max(centreX - half, other.centreX - otherHalf);
        double height = Math.min(centreY + half, other.centreY + otherHalf)
                - Math.max(centreY - half, other.centreY - otherHalf);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (side * side + other.side * other.side - shared);
    }

    /** Around the mesh points, turned with the eyes. */
    static Region of(Landmarks points) {
        double angle = Math.atan2(points.y()[263] - points.y()[33], points.x()[263] - points.x()[33]);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < FaceMesh.POINTS; i++) {
            double along = points.x()[i] * cos + points.y()[i] * sin;
            double across = -points.x()[i] * sin + points.y()[i] * cos;
            left = Math.min(left, along);
            right = Math.max(right, along);
            top = Math.min(top, across);
            bottom = Math.max(bottom, across);
        }
        double along = (left + right) / 2;
        double across = (top + bottom) / 2;
        double side = Math.max(right - left, bottom - top);
        return new Region(along * cos - across * sin, along * sin + across * cos, side, angle);
    }
}
