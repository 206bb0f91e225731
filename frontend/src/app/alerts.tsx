import { createRoot } from 'react-dom/client';
import { AlertsPage } from '../sealing/AlertsPage';

createRoot(document.getElementById('root')!).render(<AlertsPage />);
