import { createRoot } from 'react-dom/client';
import { InspectorPage } from '../inspection/InspectorPage';

createRoot(document.getElementById('root')!).render(<InspectorPage />);
